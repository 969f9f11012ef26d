using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Service.Tests.Support;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Service.Tests.Laws;

/// <summary>The reply is the script's reply to the user's lines, whatever the form of the request.</summary>
public class Sameness
{
    private static readonly Eliza.Runtime.Script Doctor = Scripts.Doctor;

    private readonly TestService _service = new(scripts: [Doctor]);

    private static Gen<string[]> Lines { get; } =
        from count in Gen.Choose(1, 6)
        from lines in Gen.OneOf(
            Gen.Elements("Hello.", "My father is afraid of me.", "I am sad, but you are not.", "You hate me!", "Computers", "Why?", "yes", "", "bye", "If I could dream"),
            from words in Gen.Elements("I", "my", "you", "are", "mother", "because", "dream", "é", "😀", ",", "...", "Everybody").ArrayOf(5)
            select string.Join(' ', words)).ArrayOf(count)
        select lines;

    [Fact]
    public void The_reply_is_that_of_a_conversation_with_the_script() =>
        Law.Holds(Lines, lines =>
        {
            var conversation = Doctor.Start();
            var replies = lines.Select(line => conversation.Reply(line)).ToList();
            _service.Send(TestRequest.Says(lines)).Reply().ShouldBe(replies[^1]);
        });

    [Fact]
    public void A_stream_is_the_whole_reply_in_pieces() =>
        Law.Holds(
            from lines in Lines
            from n in Gen.Choose(1, 3)
            from most in Gen.Choose(1, 12)
            from stop in Gen.Elements("\"you\"", "[\" \", \"zz\"]", "null")
            select (lines, members: $"\"n\": {n}, \"max_tokens\": {most}, \"stop\": {stop}, \"messages\": {TestRequest.Messages(lines)}"),
            asked =>
            {
                var whole = _service.Send(TestRequest.Chat(asked.members));
                var streamed = _service.Send(TestRequest.Chat($"\"stream\": true, {asked.members}")).StreamedReplies();
                for (var i = 0; i < streamed.Count; i++)
                    streamed[i].ShouldBe(whole.Reply(i));
                streamed.Count.ShouldBe(whole.Json().GetProperty("choices").GetArrayLength());
            });

    [Fact]
    public void The_first_of_n_choices_is_the_reply_that_is_given_alone() =>
        Law.Holds(Lines, lines =>
            _service.Send(TestRequest.Chat($"\"n\": 3, \"messages\": {TestRequest.Messages(lines)}")).Reply(0)
                .ShouldBe(_service.Send(TestRequest.Says(lines)).Reply()));

    [Fact]
    public void Every_contract_gives_the_same_reply() =>
        Law.Holds(Lines, lines =>
        {
            var reply = _service.Send(TestRequest.Says(lines)).Reply();
            _service.Send(TestRequest.Post("/chat", $$"""{"messages": {{TestRequest.Messages(lines)}}}"""))
                .Json().GetProperty("content").GetString().ShouldBe(reply);
            _service.Send(TestRequest.Post("/v1/responses", $$"""{"input": {{TestRequest.Messages(lines)}}}"""))
                .Json().GetProperty("output")[0].GetProperty("content")[0].GetProperty("text").GetString().ShouldBe(reply);
            _service.Send(TestRequest.Bedrock(TestRequest.Turns(lines))).ConverseReply().ShouldBe(reply);
            _service.Send(TestRequest.Bedrock(TestRequest.Turns(lines), "converse-stream")).StreamedConverseReply().ShouldBe(reply);
            _service.Send(TestRequest.Bedrock($"\"messages\": {TestRequest.Messages(lines)}", "invoke")).Reply().ShouldBe(reply);
        });

    [Fact]
    public void A_conversation_that_is_split_over_requests_is_the_same_conversation() =>
        Law.Holds(Lines, lines =>
        {
            var conversation = Doctor.Start();
            var messages = new List<object>();
            foreach (var line in lines)
            {
                messages.Add(new { role = "user", content = line });
                var reply = _service.Send(TestRequest.Chat($"\"messages\": {JsonSerializer.Serialize(messages)}")).Reply();
                reply.ShouldBe(conversation.Reply(line));
                messages.Add(new { role = "assistant", content = reply });
            }
        });

    [Fact]
    public void A_reply_is_a_function_of_the_script_and_the_lines_of_the_user_alone() =>
        Law.Holds(
            from lines in Lines
            from said in ArbMap.Default.GeneratorFor<NonNull<string>>().ArrayOf(lines.Length)
            from role in Gen.Elements("assistant", "tool", "function")
            from model in Gen.Elements("doctor", "DOCTOR", "openai/doctor", "eliza-lambda")
            from temperature in Gen.Choose(0, 2)
            from user in ArbMap.Default.GeneratorFor<NonNull<string>>()
            select (lines, messages: lines.Zip(said).SelectMany(pair => new[] { Message(role, pair.Second.Get), Message("user", pair.First) }),
                members: $"\"model\": \"{model}\", \"temperature\": {temperature}, \"user\": {JsonSerializer.Serialize(user.Get)}, \"unheard_of\": [1]"),
            asked => _service.Send(TestRequest.Chat($"{asked.members}, \"messages\": [{string.Join(',', asked.messages)}]")
                    .With("user-agent", "law") with { RequestId = Guid.NewGuid().ToString("N"), SourceIp = "2001:db8::1" })
                .Reply().ShouldBe(_service.Send(TestRequest.Says(asked.lines)).Reply()));

    [Fact]
    public void The_same_messages_get_the_same_reply_on_any_thread_in_any_order() =>
        Law.Holds(
            from conversations in Lines.ArrayOf(16)
            from order in Gen.Shuffle(Enumerable.Range(0, 16))
            select (conversations, order),
            asked =>
            {
                var alone = asked.conversations.Select(lines => new TestService(scripts: [Doctor]).Send(TestRequest.Says(lines)).Reply()).ToList();
                var together = new string[alone.Count];
                var service = new TestService(scripts: [Doctor]);
                Parallel.ForEach(asked.order, i => together[i] = service.Send(TestRequest.Says(asked.conversations[i])).Reply());
                together.ShouldBe(alone);
            }, 50);

    [Fact]
    public void Stop_max_tokens_n_and_streams_cut_the_same_text_in_the_same_way() =>
        Law.Holds(
            from lines in Lines
            from n in Gen.Choose(1, 3)
            from most in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 12).Select(number => (int?)number))
            from stop in Gen.SubListOf("you", " ", "?", "é", "zz", "Please", ",")
            where stop.Count <= 4
            select (messages: TestRequest.Messages(lines), n, most, stop),
            asked =>
            {
                var uncut = _service.Send(TestRequest.Chat($"\"n\": {asked.n}, \"messages\": {asked.messages}"));
                var members = $"\"n\": {asked.n}, \"max_tokens\": {asked.most?.ToString() ?? "null"}, \"stop\": {JsonSerializer.Serialize(asked.stop)}, \"messages\": {asked.messages}";
                var cut = _service.Send(TestRequest.Chat(members));
                var streamed = _service.Send(TestRequest.Chat($"\"stream\": true, {members}")).StreamedReplies();
                for (var choice = 0; choice < asked.n; choice++)
                {
                    var (text, reason) = Cut(uncut.Reply(choice), asked.stop, asked.most);
                    cut.Reply(choice).ShouldBe(text);
                    cut.FinishReason(choice).ShouldBe(reason);
                    streamed[choice].ShouldBe(text);
                }
                streamed.Count.ShouldBe(asked.n);
            });

    [Fact]
    public void Every_contract_cuts_the_same_text_after_the_same_word_whole_and_streamed() =>
        Law.Holds(
            from lines in Lines
            from most in Gen.Choose(1, 12)
            select (line: lines[^1], most),
            asked =>
            {
                var members = $"\"max_tokens\": {asked.most}, \"max_output_tokens\": {asked.most}, \"stream\"";
                var chat = $"\"messages\": {TestRequest.Messages(asked.line)}, {members}";
                var legacy = $"\"prompt\": {JsonSerializer.Serialize(asked.line)}, {members}";
                var items = $"\"input\": {TestRequest.Messages(asked.line)}, {members}";
                var text = _service.Send(TestRequest.Chat($"{chat}: false")).Reply();

                Post("/chat", $"{chat}: true").Json().GetProperty("content").GetString().ShouldBe(text);
                Post("/v1/completions", $"{legacy}: false").Json().GetProperty("choices")[0].GetProperty("text").GetString().ShouldBe(text);
                Streamed(Post("/v1/completions", $"{legacy}: true"), data => data.GetProperty("choices")[0].GetProperty("text").GetString()).ShouldBe(text);
                Post("/v1/responses", $"{items}: false").Json().GetProperty("output")[0].GetProperty("content")[0].GetProperty("text").GetString().ShouldBe(text);
                Streamed(Post("/v1/responses", $"{items}: true"), data => data.TryGetProperty("delta", out var delta) ? delta.GetString() : "").ShouldBe(text);
            });

    [Fact]
    public void Bedrock_hears_counts_stops_and_cuts_as_the_chat_does_whole_and_streamed() =>
        Law.Holds(
            from lines in Lines
            from system in Gen.Elements("", "Be brief.", "I am sad.")
            from seed in Gen.Choose(0, 5)
            from most in Gen.Choose(1, 12)
            from stop in Gen.SubListOf("you", " ", "?", "é", "zz", "Please", ",")
            where stop.Count <= 4
            select (lines, system, seed, most, stop: JsonSerializer.Serialize(stop)),
            asked =>
            {
                var messages = asked.lines.Select(line => Message("user", line)).Prepend(Message("system", asked.system));
                var chat = _service.Send(TestRequest.Chat(
                    $"\"seed\": {asked.seed}, \"max_tokens\": {asked.most}, \"stop\": {asked.stop}, \"messages\": [{string.Join(',', messages)}]"));
                var members = $$"""
                    {{TestRequest.Turns(asked.lines)}}, "system": [{"text": {{JsonSerializer.Serialize(asked.system)}}}],
                    "additionalModelRequestFields": {"seed": {{asked.seed}} }, "inferenceConfig": {"maxTokens": {{asked.most}}, "stopSequences": {{asked.stop}} }
                    """;
                var whole = _service.Send(TestRequest.Bedrock(members));
                var streamed = _service.Send(TestRequest.Bedrock(members, "converse-stream"));
                whole.ConverseReply().ShouldBe(chat.Reply());
                streamed.StreamedConverseReply().ShouldBe(chat.Reply());
                var (reason, usage) = (whole.Json().GetProperty("stopReason").GetString(), whole.Json().GetProperty("usage"));
                (reason == "max_tokens").ShouldBe(chat.FinishReason() == "length");
                streamed.Frames()[^2].Json.GetProperty("stopReason").GetString().ShouldBe(reason);
                usage.GetProperty("inputTokens").GetInt32().ShouldBe(chat.Json().GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
                usage.GetProperty("outputTokens").GetInt32().ShouldBe(chat.Json().GetProperty("usage").GetProperty("completion_tokens").GetInt32());
            });

    private Response Post(string path, string members) => _service.Send(TestRequest.Post(path, $$"""{ {{members}} }"""));

    private static string Streamed(Response response, Func<JsonElement, string?> piece) =>
        string.Concat(response.Events().Where(data => data != "[DONE]").Select(data => piece(JsonDocument.Parse(data).RootElement)));

    /// <summary>The same cut in another way, as the contract describes it: at every stop sequence, then word by word.</summary>
    private static (string Text, string FinishReason) Cut(string reply, List<string> stop, int? most)
    {
        var text = stop.Count == 0 ? reply : reply.Split([.. stop], StringSplitOptions.None)[0];
        var words = Regex.Matches(text, @"\s*\S+");
        return words.Count <= (most ?? int.MaxValue) ? (text, "stop") : (string.Concat(words.Take(most!.Value)), "length");
    }

    private static string Message(string role, string content) => JsonSerializer.Serialize(new { role, content });
}
