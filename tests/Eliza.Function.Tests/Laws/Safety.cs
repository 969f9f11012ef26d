using System.Text;
using System.Text.Json;
using Eliza.Function.Http;
using Eliza.Function.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Function.Tests.Laws;

/// <summary>Whatever comes in: never an exception, never a 5xx, an error always in OpenAI's form, the log always lines of JSON.</summary>
public class Safety
{
    private const string Good = """
        {"model":"mirror","n":2,"stream":true,"stop":["x"],"max_tokens":9,"messages":[{"role":"system","content":"be"},
         {"role":"user","content":[{"type":"text","text":"h\u00e9llo \ud83d\ude00"}]}]}
        """;

    private readonly Service _service = Service.With("LOG_REQUESTS", "true");

    [Fact]
    public void Any_bytes_as_an_event() =>
        Prop.ForAll<byte[]>(bytes => Holds(_service.Send(bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_as_a_body() =>
        Prop.ForAll<byte[]>(bytes => Holds(_service.Send(Request.PostBytes("/v1/chat/completions", bytes)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_good_body_with_any_of_its_bytes_changed() =>
        Check(Damaged(Encoding.UTF8.GetBytes(Good)), bytes => Holds(_service.Send(Request.PostBytes("/v1/chat/completions", bytes))));

    [Fact]
    public void A_good_event_with_any_of_its_bytes_changed() =>
        Check(Damaged(Request.Post("/eliza", Good).With("authorization", "Bearer x").ToEvent()), bytes => Holds(_service.Send(bytes)));

    [Fact]
    public void Any_JSON_in_the_place_of_any_parameter() =>
        Check(
            from path in Gen.Elements("/v1/chat/completions", "/chat", "/v1/completions", "/v1/responses")
            from name in Gen.Elements(
                "model", "messages", "stream", "stream_options", "n", "stop", "max_tokens", "max_completion_tokens", "max_output_tokens", "seed",
                "temperature", "top_p", "user", "metadata", "response_format", "prompt", "echo", "input", "instructions", "text", "background",
                "previous_response_id", "conversation")
            from value in AnyJson(4)
            select (path, body: $$"""{"messages":[{"role":"user","content":"a"}],"prompt":"a","input":"a","{{name}}":{{value}}}"""),
            request => Holds(_service.Send(Request.Post(request.path, request.body))));

    [Fact]
    public void Any_JSON_as_a_message() =>
        Check(
            from path in Gen.Elements("/v1/chat/completions", "/v1/responses")
            from role in Gen.Elements("\"user\"", "\"system\"", "\"assistant\"", "\"tool\"", "null", "5")
            from content in AnyJson(4)
            select (path, body: $$"""{"{{(path == "/v1/responses" ? "input" : "messages")}}":[{"role":{{role}},"content":{{content}}},{"role":"user","content":"a"}]}"""),
            request => Holds(_service.Send(Request.Post(request.path, request.body))));

    [Fact]
    public void Any_text_as_method_path_headers_address_and_stage() =>
        Prop.ForAll<string?, string?, string?>((a, b, c) =>
        {
            var service = Service.With(
                ("LOG_REQUESTS", "true"), ("REQUIRE_API_KEY", "true"), ("API_KEY", "k"), ("TRUSTED_PROXY_CIDR", "0.0.0.0/0"), ("ALLOWED_CALLER_CIDR", "::/0,0.0.0.0/0"));
            Holds(service.Send(new Request(a ?? "GET", $"/{b}") { SourceIp = c, Stage = b ?? "", RequestId = a }
                .With("authorization", $"Bearer {c}").With("x-forwarded-for", $"{a},{b}").With("content-encoding", c ?? "")), service);
        }).QuickCheckThrowOnFailure();

    private void Holds(Response response) => Holds(response, _service);

    private static void Holds(Response response, Service service)
    {
        response.Status.ShouldBeInRange(200, 499);
        if (response.Status >= 400 && response.Body.Length > 0)
            response.ShouldBeError(response.Status);
        JsonDocument.Parse(Proxy.Whole(response));
        foreach (var line in service.Log)
        {
            line.IndexOf('\n').ShouldBe(line.Length - 1);
            JsonDocument.Parse(line);
        }
        service.Log.Clear();
    }

    private static void Check<T>(Gen<T> cases, Action<T> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static Gen<byte[]> Damaged(byte[] good) =>
        from count in Gen.Choose(1, 3)
        from places in Gen.Choose(0, good.Length - 1).ArrayOf(count)
        from bytes in Gen.Choose(0, 255).ArrayOf(count)
        from length in Gen.Frequency((3, Gen.Constant(good.Length)), (1, Gen.Choose(0, good.Length)))
        select Damage(good, places, bytes, length);

    private static byte[] Damage(byte[] good, int[] places, int[] bytes, int length)
    {
        var damaged = good.ToArray();
        for (var i = 0; i < places.Length; i++)
            damaged[places[i]] = (byte)bytes[i];
        return damaged[..length];
    }

    private static Gen<string> AnyJson(int depth)
    {
        var leaf = Gen.Elements(
            "null", "true", "false", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"text\"", "\"input_text\"", "\"user\"", "\"counter\"",
            "\"json_object\"", "\"\\ud800\"", "\"\\u0000\"", "\"é😀\"", "{}", "[]");
        if (depth == 0)
            return leaf;
        var inner = AnyJson(depth - 1);
        return Gen.Frequency(
            (3, leaf),
            (1, inner.ArrayOf(2).Select(items => $"[{string.Join(',', items)}]")),
            (1, inner.ArrayOf(2).Select(values => $$"""{"type":{{values[0]}},"text":{{values[1]}}}""")),
            (1, inner.ArrayOf(2).Select(values => $$"""{"include_usage":{{values[0]}},"format":{{values[1]}}}""")));
    }
}
