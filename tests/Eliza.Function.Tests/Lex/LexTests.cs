using System.Text;
using System.Text.Json.Nodes;
using Eliza.Function.Lambda;
using Eliza.Function.Lex;
using Eliza.Function.Tests.Support;
using Eliza.Service;
using Eliza.Testing;

namespace Eliza.Function.Tests.Lex;

/// <summary>Answers to a Lex V2 bot. The events are those of its documentation.</summary>
public sealed class LexTests
{
    private const string Signs = "{}[]\":,\\u0d8 null5";

    private static readonly string[] Lines = [.. File.ReadLines(Path.Combine(Repository.Root, "benchmarks", "Eliza.Benchmarks", "lines.txt")).Where(line => line.Length > 0)];

    private readonly TestFunction _function = new(scripts: [Function.Scripts.Doctor, Scripts.Mirror]);

    [Fact]
    public void A_line_is_answered_and_the_intent_fulfilled()
    {
        Send(LexEvents.Says("Men are all alike."))["sessionState"]!["sessionAttributes"]!.AsObject().Remove("eliza", out _).ShouldBeTrue();
        var answer = Send(LexEvents.Says("Men are all alike."));
        answer["sessionState"]!["sessionAttributes"]!.AsObject().Clear();
        answer.ToJsonString().ShouldBe(
            """
            {"sessionState":{"sessionAttributes":{},"activeContexts":[],"dialogAction":{"type":"Close"},"intent":{"name":"FallbackIntent","confirmationState":"None","slots":{},"state":"Fulfilled"}},"messages":[{"contentType":"PlainText","content":"In what way?"}]}
            """.Trim());
        var log = JsonNode.Parse(_function.Log[^1])!;
        (log["path"]!.GetValue<string>(), log["status_code"]!.GetValue<int>(), log["model"]!.GetValue<string>(), log["message_preview"]!.GetValue<string>())
            .ShouldBe(("lex", 200, "doctor", "In what way?"));
    }

    [Fact]
    public void Two_hundred_lines_get_the_replies_that_a_chat_gets()
    {
        Lines.Length.ShouldBeGreaterThanOrEqualTo(200);
        var conversation = Function.Scripts.Doctor.Start();
        JsonNode? attributes = null;
        foreach (var line in Lines)
        {
            var answer = Send(LexEvents.Says(line, attributes));
            attributes = answer["sessionState"]!["sessionAttributes"];
            LexEvents.Reply(answer).ShouldBe(conversation.Reply(line).Trim(), line);
        }
        Encoding.UTF8.GetByteCount(attributes!.ToJsonString()).ShouldBeLessThan(LexDoor.MostStateBytes + 100);
    }

    // Lex allows a user 1,024 characters. Memories of such lines would be too long for the session, so these lines leave no memory.
    [Fact]
    public void The_same_words_get_the_same_replies_through_Lex_and_through_chat_at_the_size_limits_too()
    {
        var words = Lines.Where(line => !line.Contains("my", StringComparison.OrdinalIgnoreCase)).ToList();
        var messages = new JsonArray();
        JsonNode? attributes = null;
        var longest = 0;
        for (var turn = 0; turn < 220; turn++)
        {
            var line = words[turn % words.Count];
            if (turn % 10 == 0)
                line = $"I think {string.Concat(Enumerable.Repeat($"{line.Trim('.', '?', '!', ' ')} ", 1024))}"[..1023] + "x";
            var answer = Send(LexEvents.Says(line, attributes));
            attributes = answer["sessionState"]!["sessionAttributes"];
            messages.Add(new JsonObject { ["role"] = "user", ["content"] = line });
            var chat = JsonNode.Parse(_function.Send(Encoding.UTF8.GetBytes(SampleEvents.Post(new JsonObject { ["model"] = "doctor", ["messages"] = messages.DeepClone() }.ToJsonString()))).Body.Span)!;
            var reply = chat["choices"]![0]!["message"]!["content"]!.GetValue<string>();
            LexEvents.Reply(answer).ShouldBe(reply.Trim(), line);
            messages.Add(new JsonObject { ["role"] = "assistant", ["content"] = reply });
            longest = Math.Max(longest, reply.Length);
        }
        longest.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Long_memories_are_dropped_from_the_oldest_on_before_the_session_is_full()
    {
        JsonNode? attributes = new JsonObject { ["mine"] = "kept" };
        for (var i = 0; i < 40; i++)
        {
            var sent = LexEvents.Says($"My {string.Join(' ', Enumerable.Repeat("mother é", 110))} number {i}", attributes);
            sent.Length.ShouldBeLessThan(12 * 1024);
            var answer = Send(sent);
            attributes = answer["sessionState"]!["sessionAttributes"];
            Encoding.UTF8.GetByteCount(answer.ToJsonString()).ShouldBeLessThan(25 * 1024);
            foreach (var message in answer["messages"]!.AsArray())
                message!["content"]!.GetValue<string>().Length.ShouldBeInRange(1, 1024);
        }
        attributes!["mine"]!.GetValue<string>().ShouldBe("kept");
        LexEvents.Reply(Send(LexEvents.Says("xyzzy", attributes))).ShouldContain("number");
    }

    [Fact]
    public void The_model_is_that_of_the_request_or_else_of_the_session()
    {
        LexEvents.Reply(Send(LexEvents.Says("one two", new JsonObject { ["model"] = "mirror" }))).ShouldBe(Scripts.Mirror.Start().Reply("one two"));
        LexEvents.Reply(Send(LexEvents.Says("Men are all alike.", new JsonObject { ["model"] = "mirror" }, sent => sent["requestAttributes"] = new JsonObject { ["model"] = "doctor" })))
            .ShouldBe("In what way?");
    }

    [Fact]
    public void With_LOG_REQUESTS_the_event_has_a_line_too_and_no_line_has_a_key()
    {
        var function = new TestFunction(new Settings(LogRequests: true, ApiKeys: "sesame"), [Scripts.Mirror]);
        var sent = LexEvents.Says("open sesame", new JsonObject { ["mine"] = "secret" });
        function.Send(sent);
        function.Log.Count.ShouldBe(2);
        JsonNode.Parse(function.Log[0])!["request"]!.ToJsonString().ShouldBe($$"""{"path":"lex","body_bytes":{{sent.Length}},"lines":["***"]}""");
        JsonNode.Parse(function.Log[1])!["path"]!.GetValue<string>().ShouldBe("lex");
        var log = string.Concat(function.Log.Select(Encoding.UTF8.GetString));
        log.ShouldNotContain("sesame");
        log.ShouldNotContain("secret");
    }

    [Fact]
    public void Without_LOG_REQUESTS_nothing_that_the_user_said_is_logged()
    {
        Send(LexEvents.Says("Men are all alike."));
        Encoding.UTF8.GetString(_function.Log.Single()).ShouldNotContain("alike");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("""{"script":"0000000000000000","turns":1,"store":5,"next":[1],"memories":[]}""")]
    public void A_state_that_does_not_fit_begins_anew(string state) =>
        LexEvents.Reply(Send(LexEvents.Says("Men are all alike.", new JsonObject { ["eliza"] = state }))).ShouldBe("In what way?");

    [Fact]
    public void The_state_of_another_model_begins_anew()
    {
        var attributes = Send(LexEvents.Says("one two", new JsonObject { ["model"] = "mirror" }))["sessionState"]!["sessionAttributes"]!;
        attributes["model"] = "doctor";
        LexEvents.Reply(Send(LexEvents.Says("Men are all alike.", attributes))).ShouldBe("In what way?");
    }

    [Fact]
    public void A_dialog_is_left_to_the_bot()
    {
        var answer = Send(LexEvents.Says("Hello", new JsonObject { ["mine"] = "kept" }, sent => sent["invocationSource"] = "DialogCodeHook"));
        answer.ToJsonString().ShouldBe(
            """
            {"sessionState":{"sessionAttributes":{"mine":"kept"},"activeContexts":[],"dialogAction":{"type":"Delegate"},"intent":{"name":"FallbackIntent","state":"ReadyForFulfillment","confirmationState":"None","slots":{}}}}
            """.Trim());
    }

    [Fact]
    public void What_goes_wrong_is_said_and_the_intent_has_failed()
    {
        foreach (var sent in (byte[][])
            [LexEvents.Says("Hello", new JsonObject { ["model"] = "nobody", ["mine"] = "kept" }), LexEvents.Says(string.Join(' ', Enumerable.Repeat("a", 5000)), new JsonObject { ["mine"] = "kept" })])
        {
            var answer = Send(sent);
            answer["sessionState"]!["intent"]!["state"]!.GetValue<string>().ShouldBe("Failed");
            answer["sessionState"]!["sessionAttributes"]!["mine"]!.GetValue<string>().ShouldBe("kept");
            LexEvents.Reply(answer).ShouldNotBeEmpty();
            JsonNode.Parse(_function.Log[^1])!["level"]!.GetValue<string>().ShouldBe("warn");
        }
    }

    [Theory]
    [InlineData("sessionAttributes")]
    [InlineData("activeContexts")]
    [InlineData("intent")]
    public void A_member_that_is_missing_or_of_another_type_does_no_harm(string name)
    {
        LexEvents.Reply(Send(LexEvents.Says("Men are all alike.", change: sent => sent["sessionState"]!.AsObject().Remove(name)))).ShouldBe("In what way?");
        LexEvents.Reply(Send(LexEvents.Says("Men are all alike.", change: sent => sent["sessionState"]![name] = 5))).ShouldBe("In what way?");
    }

    [Fact]
    public void A_silent_user_is_answered_and_an_empty_reply_has_no_message()
    {
        Send(LexEvents.Says(""))["messages"]!.AsArray().Count.ShouldBe(1);
        Send(LexEvents.Says("", new JsonObject { ["model"] = "mirror" })).AsObject().ContainsKey("messages").ShouldBe(Scripts.Mirror.Start().Reply("").Length > 0);
    }

    [Fact]
    public void Events_with_random_changes_get_an_answer_in_JSON() => Fuzz.Try(3_000, RandomEvent, sent => Send(sent).ShouldNotBeNull());

    [PublishedFact]
    public async Task The_published_executable_answers_a_bot_between_requests()
    {
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY", "sesame"));
        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello", key: "sesame"))).Text.ShouldContain("\"statusCode\":200");
        var answer = JsonNode.Parse((await function.Api.InvokeAsync(Encoding.UTF8.GetString(LexEvents.Says("Men are all alike.")))).Text)!;
        LexEvents.Reply(answer).ShouldBe("In what way?");
        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello", key: "sesame"))).Text.ShouldContain("\"statusCode\":200");
        (await function.StopAsync()).Select(line => line.GetProperty("path").GetString()).ShouldBe(["/v1/chat/completions", "lex", "/v1/chat/completions"]);
    }

    private JsonNode Send(byte[] sent)
    {
        var response = _function.Send(sent);
        return JsonNode.Parse(new Output().Write(response, isStream: false))!;
    }

    private static byte[] RandomEvent(Random dice)
    {
        var attributes = new JsonObject { ["eliza"] = dice.Next(2) == 0 ? Function.Scripts.Doctor.Start().State.ToJson() : "{}", ["model"] = dice.Next(3) == 0 ? "mirror" : null, ["odd"] = "\"\\\u2028é😀" };
        List<byte> sent = [.. LexEvents.Says(Lines[dice.Next(Lines.Length)], attributes)];
        for (var changes = dice.Next(1, 5); changes > 0; changes--)
        {
            var place = dice.Next(sent.Count);
            switch (dice.Next(4))
            {
                case 0: sent.RemoveAt(place); break;
                case 1: sent.InsertRange(place, sent.GetRange(place, Math.Min(dice.Next(1, 40), sent.Count - place))); break;
                case 2: sent[place] = (byte)Signs[dice.Next(Signs.Length)]; break;
                default: sent[place] = (byte)dice.Next(256); break;
            }
        }
        return [.. sent];
    }
}
