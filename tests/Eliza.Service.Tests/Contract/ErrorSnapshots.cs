using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Service.Tests.Contract;

/// <summary>Every error in a table: the request and the whole answer.</summary>
public class ErrorSnapshots
{
    private static readonly JsonSerializerOptions PlainJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Hello = """[{"role":"user","content":"hello"}]""";

    [Fact]
    public void Each_parameter_that_is_wrong()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var members in (string[])[
            "", "\"messages\":null", "\"messages\":5", "\"messages\":{}", "\"messages\":[]", "\"messages\":[5]", "\"messages\":[{}]",
            """ "messages":[{"role":"user"}] """, """ "messages":[{"role":"user","content":null}] """,
            """ "messages":[{"role":"user","content":5}] """, """ "messages":[{"role":7,"content":"hello"}] """,
            """ "messages":[{"role":"human","content":"hello"}] """, """ "messages":[{"role":"user","content":["hello"]}] """,
            """ "messages":[{"role":"user","content":[{"type":"text"}]}] """,
            """ "messages":[{"role":"assistant","content":"hello"}] """, """ "messages":[{"role":"system","content":"hello"}] """,
            """ "model":5 """, """ "model":"gpt-4o" """, """ "model":"" """, """ "stream":"yes" """, """ "stream_options":5 """,
            """ "stream_options":{"include_usage":1} """, """ "n":0 """, """ "n":129 """, """ "n":1.5 """, """ "n":"1" """,
            """ "max_tokens":0 """, """ "max_tokens":99999999999999999999 """, """ "max_completion_tokens":-1 """,
            """ "seed":1e3 """, """ "seed":99999999999999999999 """,
            """ "temperature":2.1 """, """ "temperature":-1 """, """ "temperature":1e999 """, """ "temperature":"hot" """,
            """ "top_p":1.1 """, """ "presence_penalty":-3 """, """ "frequency_penalty":3 """,
            """ "stop":5 """, """ "stop":[5] """, """ "stop":["a","b","c","d","e"] """, """ "user":5 """, """ "metadata":"x" """,
            """ "response_format":{"type":"json_object"} """, """ "response_format":{"type":"json_schema","json_schema":{}} """,
            """ "response_format":"json" """,
        ])
        {
            var whole = members.Length == 0 || members.Contains("messages") ? members : $"{members},\"messages\":{Hello}";
            table.Append($"{members.Trim()}\n  {Answer(service, TestRequest.Chat(whole))}\n");
        }
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void Each_parameter_of_the_other_contracts_that_is_wrong()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var (path, body) in ((string, string)[])[
            ("/v1/completions", "{}"), ("/v1/completions", """{"prompt":null}"""), ("/v1/completions", """{"prompt":5}"""),
            ("/v1/completions", """{"prompt":[]}"""), ("/v1/completions", """{"prompt":[1,2]}"""), ("/v1/completions", """{"prompt":"a","echo":true}"""),
            ("/v1/completions", """{"prompt":["a","b"],"n":100}"""),
            ("/v1/responses", "{}"), ("/v1/responses", """{"input":5}"""), ("/v1/responses", """{"input":[]}"""),
            ("/v1/responses", """{"input":[{"type":"reasoning","id":"r","summary":[]}]}"""),
            ("/v1/responses", """{"input":"a","instructions":5}"""), ("/v1/responses", """{"input":"a","previous_response_id":"resp_1"}"""),
            ("/v1/responses", """{"input":"a","conversation":"conv_1"}"""), ("/v1/responses", """{"input":"a","background":true}"""),
            ("/v1/responses", """{"input":"a","text":{"format":{"type":"json_schema"}}}"""),
            ("/v1/responses", """{"input":"a","metadata":{"a":1}}"""), ("/v1/responses", """{"input":"a","max_output_tokens":0}"""),
        ])
        {
            table.Append($"{path} {body}\n  {Answer(service, TestRequest.Post(path, body))}\n");
        }
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void Each_body_that_is_no_object_of_JSON()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var body in (string[])["", " ", "null", "[]", "\"x\"", "{", "{\"a\":1,}", "{\"a\":NaN}", "{'a':1}", "{\"a\":1}{}", "{\"a\":\"\u0001\"}", "// x\n{}", "\n\n{\"a\" 1}"])
            table.Append($"{body.ReplaceLineEndings("\\n")}\n  {Answer(service, TestRequest.Post("/v1/chat/completions", body))}\n");
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void A_wrong_model_whole() => new TestService().Send(TestRequest.Chat($"\"model\":\"gpt-4o\",\"messages\":{Hello}")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void An_unknown_path_whole() => new TestService().Send(TestRequest.Get("/v1/nothing")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_wrong_method_whole() => new TestService().Send(TestRequest.Get("/v1/chat/completions")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_missing_key_whole() => Locked().Send(TestRequest.Get("/v1/models")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_wrong_key_whole() =>
        Locked().Send(TestRequest.Get("/v1/models").With("authorization", "Bearer wrong")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_refused_caller_whole() =>
        TestService.With("ALLOWED_CALLER_CIDR", "10.0.0.0/8").Send(TestRequest.Get("/v1/models")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_body_that_is_too_large_whole() =>
        new TestService().Send(TestRequest.PostBytes("/chat", new byte[(1 << 20) + 1])).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_compressed_body_whole() =>
        new TestService().Send(TestRequest.Says("hello").With("content-encoding", "gzip")).Whole().ShouldMatchSnapshot();

    /// <summary>The errors for the tests of clients, one line each.</summary>
    [Fact]
    public void Every_error_as_it_is_sent()
    {
        var response = new Response();
        var lines = AllErrors.List().Select(error =>
        {
            response.Clear();
            ErrorBody.Write(error, response);
            response.Json.Flush();
            return JsonSerializer.Serialize(
                new { response.Status, Headers = response.Headers.ToDictionary(header => header.Name, header => header.Value), Body = response.Text() },
                PlainJson);
        });
        string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n")).ShouldMatchSnapshot();
    }

    private static TestService Locked() => TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"));

    private static string Answer(TestService service, TestRequest request)
    {
        var response = service.Send(request);
        return $"{response.Status} {response.Text()}";
    }
}
