using System.Text;
using Eliza.Function.Tests.Support;
using Eliza.Service;
using Eliza.Service.Tests.Support;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Function.Tests.Gateway;

/// <summary>The promises of <see cref="Promise"/> hold for any input; one that breaks them is made small. <see cref="EventFuzz"/> has odder inputs.</summary>
public class EventLaws
{
    private const string Good = """
        {"model":"mirror","n":2,"stream":true,"stop":["x"],"max_tokens":9,"messages":[{"role":"system","content":"be"},
         {"role":"user","content":[{"type":"text","text":"h\u00e9llo \ud83d\ude00"}]}]}
        """;

    private const string GoodConverse = """
        {"system":[{"text":"be"}],"messages":[{"role":"user","content":[{"text":"h\u00e9llo \ud83d\ude00"},{"guardContent":{"text":{"text":"you"}}}]}],
         "inferenceConfig":{"maxTokens":9,"temperature":0.5,"topP":1,"stopSequences":["x"]},"additionalModelRequestFields":{"seed":7}}
        """;

    private const int Times = 1_000;

    private readonly Promise _service = new(new Settings(LogRequests: true));

    [Fact]
    public void Any_bytes_as_an_event() =>
        Law.Holds(ArbMap.Default.ArbFor<byte[]>(), bytes => _service.Keep(bytes));

    [Fact]
    public void Any_bytes_as_a_body() =>
        Law.Holds(ArbMap.Default.ArbFor<byte[]>(), bytes => _service.Keep(TestRequest.PostBytes("/v1/chat/completions", bytes).ToEvent()));

    [Fact]
    public void A_good_body_with_any_of_its_bytes_changed() =>
        Law.Holds(Damaged(Encoding.UTF8.GetBytes(Good)), bytes => _service.Keep(TestRequest.PostBytes("/v1/chat/completions", bytes).ToEvent()), Times);

    [Fact]
    public void A_good_Converse_with_any_of_its_bytes_changed() =>
        Law.Holds(Damaged(Encoding.UTF8.GetBytes(GoodConverse)), bytes => _service.Keep(TestRequest.PostBytes("/model/mirror/converse-stream", bytes).ToEvent()), Times);

    [Fact]
    public void A_good_event_with_any_of_its_bytes_changed() =>
        Law.Holds(Damaged(TestRequest.Post("/eliza", Good).With("authorization", "Bearer x").ToEvent()), bytes => _service.Keep(bytes), Times);

    [Fact]
    public void Any_JSON_in_the_place_of_any_parameter() =>
        Law.Holds(
            from path in Gen.Elements(
                "/v1/chat/completions", "/chat", "/v1/completions", "/v1/responses", "/model/doctor/converse", "/model/doctor/converse-stream", "/model/doctor/invoke",
                "/model/doctor/invoke-with-response-stream", "/model/doctor/count-tokens")
            from name in Gen.Elements(
                "system", "inferenceConfig", "additionalModelRequestFields", "guardrailConfig", "outputConfig", "toolConfig",
                "model", "messages", "stream", "stream_options", "n", "stop", "max_tokens", "max_completion_tokens", "max_output_tokens", "seed",
                "temperature", "top_p", "user", "metadata", "response_format", "prompt", "echo", "input", "instructions", "text", "background",
                "previous_response_id", "conversation")
            from value in AnyJson(4)
            select (path, body: $$"""{"messages":[{"role":"user","content":"a"}],"prompt":"a","input":"a","{{name}}":{{value}}}"""),
            request => _service.Keep(TestRequest.Post(request.path, request.body).ToEvent()), Times);

    [Fact]
    public void Any_JSON_as_a_message() =>
        Law.Holds(
            from path in Gen.Elements("/v1/chat/completions", "/v1/responses", "/model/doctor/converse")
            from role in Gen.Elements("\"user\"", "\"system\"", "\"assistant\"", "\"tool\"", "null", "5")
            from content in AnyJson(4)
            select (path, body: $$"""{"{{(path == "/v1/responses" ? "input" : "messages")}}":[{"role":{{role}},"content":{{content}}},{"role":"user","content":"a"}]}"""),
            request => _service.Keep(TestRequest.Post(request.path, request.body).ToEvent()), Times);

    [Fact]
    public void Any_text_as_method_path_headers_address_and_stage() =>
        Law.Holds(ArbMap.Default.ArbFor<(string? A, string? B, string? C)>(), text =>
        {
            var service = new Promise(new Settings(
                LogRequests: true, RequireApiKey: true, ApiKeys: Promise.Key, TrustedProxies: "0.0.0.0/0", AllowedCallers: "::/0,0.0.0.0/0"));
            service.Keep((new TestRequest(text.A ?? "GET", $"/{text.B}") { SourceIp = text.C, Stage = text.B ?? "", RequestId = text.A }
                .With("authorization", $"Bearer {text.C}").With("x-forwarded-for", $"{text.A},{text.B}").With("content-encoding", text.C ?? "")).ToEvent());
        });

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
            (1, inner.ArrayOf(2).Select(values => $$"""{"include_usage":{{values[0]}},"format":{{values[1]}}}""")),
            (1, inner.ArrayOf(2).Select(values => $$"""[{"text":{{values[0]}}},{"guardContent":{{values[1]}}}]""")),
            (1, inner.ArrayOf(2).Select(values => $$"""{"stopSequences":{{values[0]}},"textFormat":{{values[1]}}}""")),
            (1, inner.ArrayOf(2).Select(values => $$"""{"converse":{{values[0]}},"invokeModel":{"body":{{values[1]}} } }""")));
    }
}
