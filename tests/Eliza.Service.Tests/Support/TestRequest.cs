using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Eliza.Service.Tests.Support;

/// <summary>A request in the service's form, and as the event that a gateway makes of it.</summary>
internal sealed record TestRequest(string Method, string Path)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public byte[]? Body { get; private init; }

    public bool IsBase64 { get; private init; }

    public string? SourceIp { get; init; } = "203.0.113.7";

    public string? LegacySourceIp { get; init; }

    public string Stage { get; init; } = "$default";

    public string? RequestId { get; init; } = "req-1";

    public string Query { get; init; } = "";

    public static TestRequest Get(string path) => new("GET", path);

    public static TestRequest Post(string path, string body) => new("POST", path) { Body = Encoding.UTF8.GetBytes(body) };

    public static TestRequest PostBytes(string path, byte[] body) => new("POST", path) { Body = body, IsBase64 = true };

    public static TestRequest Chat(string members) => Post("/v1/chat/completions", $$"""{ {{members}} }""");

    public static TestRequest Says(params string[] lines) => Chat($"\"messages\": {Messages(lines)}");

    /// <summary>The messages with these lines of the user.</summary>
    public static string Messages(params string[] lines) =>
        $"[{string.Join(',', lines.Select(line => $$"""{"role":"user","content":{{JsonSerializer.Serialize(line)}}}"""))}]";

    /// <summary>A request of Bedrock's clients. The default is the model that answers when none is named.</summary>
    public static TestRequest Bedrock(string members, string operation = "converse", string model = "eliza-lambda") =>
        Post($"/model/{model}/{operation}", $$"""{ {{members}} }""");

    /// <summary>The messages of a Converse request with these lines of the user and an answer of the assistant between them.</summary>
    public static string Turns(params string[] lines) => $"\"messages\": [{string.Join(
        """,{"role":"assistant","content":[{"text":"Go on."}]},""",
        lines.Select(line => $$"""{"role":"user","content":[{"text":{{JsonSerializer.Serialize(line)}}}]}"""))}]";

    public TestRequest With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public Request ToRequest()
    {
        var request = new Request(Method, Path) { Query = Query, Peer = SourceIp, Id = RequestId };
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        return request;
    }

    public byte[] ToEvent()
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", "$default");
        json.WriteString("rawPath", Path);
        json.WriteString("rawQueryString", Query);
        json.WriteStartObject("headers");
        foreach (var (name, value) in Headers)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartObject("requestContext");
        json.WriteString("stage", Stage);
        json.WriteString("requestId", RequestId);
        json.WriteStartObject("http");
        json.WriteString("method", Method);
        json.WriteString("path", Path);
        json.WriteString("sourceIp", SourceIp);
        json.WriteEndObject();
        json.WriteStartObject("identity");
        json.WriteString("sourceIp", LegacySourceIp);
        json.WriteEndObject();
        json.WriteEndObject();
        if (Body is not null && IsBase64)
            json.WriteBase64String("body", Body);
        else if (Body is not null)
            json.WriteString("body", Body);
        json.WriteBoolean("isBase64Encoded", IsBase64);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }
}
