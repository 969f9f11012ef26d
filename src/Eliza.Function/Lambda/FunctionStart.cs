using System.Text;
using Eliza.Function.Http;
using Eliza.Function.Json;
using Eliza.Function.Logging;

namespace Eliza.Function.Lambda;

/// <summary>What Lambda calls INIT: all that can be done before there is an event, while the processor is not throttled.</summary>
internal static class FunctionStart
{
    private const string Key = "warm-up";

    // printf warm-up | sha256sum
    private const string KeyDigest = "b64f459893b6709b0efefe5a5a61b8a557b80176fe6c6bbf5d554e9f77ec0f0c";

    // A request as it will come, so that what it needs is in memory and, under a JIT compiler, compiled.
    private static ReadOnlySpan<byte> Event =>
        """
        {"version":"2.0","rawPath":"/v1/chat/completions","headers":{"authorization":"Bearer warm-up","content-type":"application/json"},
        "requestContext":{"http":{"method":"POST","path":"/v1/chat/completions","sourceIp":"127.0.0.1"},"requestId":"warm-up","stage":"$default"},
        "body":"{\"messages\":[{\"role\":\"user\",\"content\":\"Hello, I am warming up.\"}]}","isBase64Encoded":false}
        """u8;

    /// <summary>Reads the settings, makes the handler, and answers one request that nobody made.</summary>
    /// <exception cref="InvalidOperationException">No event could be answered, and why.</exception>
    public static PreparedFunction Prepare(Func<string, string?> environment, LogSink log)
    {
        var settings = Settings.Read(environment);
        bool streams = ReadStreaming(environment("RESPONSE_STREAMING"));
        WarmUp(settings);
        var handler = new Handler(settings, Scripts.All, TimeProvider.System, NewId, log);
        return new PreparedFunction((invocation, response) => handler.Handle(invocation.Event.Span, response), handler.Log, streams);
    }

    private static bool ReadStreaming(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        null or "" or "FALSE" => false,
        "TRUE" => true,
        _ => throw new InvalidOperationException(
            $"RESPONSE_STREAMING is \"{value}\": set it to true for a Function URL in RESPONSE_STREAM mode, otherwise to false."),
    };

    // A handler of its own, which admits the request and logs nothing, whatever the operator decided.
    private static void WarmUp(Settings settings)
    {
        var handler = new Handler(
            settings with
            {
                AllowedCallers = "127.0.0.1",
                ApiKeys = Key,
                ApiKeyDigests = KeyDigest,
                LogRequests = false,
            },
            Scripts.All, TimeProvider.System, NewId, _ => { });
        var response = new Response();
        handler.Handle(Event, response);
        handler.Log(response);
        ProxyResponse.Write(response, new JsonWriter(2048));
        if (response.Status != 200)
            throw new InvalidOperationException(
                $"The function cannot answer: a request made at the start had status {response.Status} and the answer {Encoding.UTF8.GetString(response.Body.Span)}");
    }

    // Unique is enough: a Guid would ask the system for randomness at every request.
    private static string NewId()
    {
        Span<byte> id = stackalloc byte[16];
        Random.Shared.NextBytes(id);
        return Convert.ToHexStringLower(id);
    }
}
