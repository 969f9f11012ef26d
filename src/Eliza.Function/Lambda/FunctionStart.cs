using System.Text;
using Eliza.Function.RuntimeApi;
using Eliza.Service;
using Eliza.Service.Logging;

namespace Eliza.Function.Lambda;

/// <summary>The phase that Lambda calls INIT: all work that needs no event. The processor is not throttled then.</summary>
internal static class FunctionStart
{
    private const string Streaming = "RESPONSE_STREAMING";

    private const string Key = "warm-up";

    // From: printf warm-up | sha256sum
    private const string KeyDigest = "b64f459893b6709b0efefe5a5a61b8a557b80176fe6c6bbf5d554e9f77ec0f0c";

    // A typical request, so that the code and data for it are in memory and, with a JIT compiler, compiled.
    private static readonly byte[] Event =
        """
        {"version":"2.0","rawPath":"/v1/chat/completions","headers":{"authorization":"Bearer warm-up","content-type":"application/json"},
        "requestContext":{"http":{"method":"POST","path":"/v1/chat/completions","sourceIp":"127.0.0.1"},"requestId":"warm-up","stage":"$default"},
        "body":"{\"messages\":[{\"role\":\"user\",\"content\":\"Hello, I am warming up.\"}]}","isBase64Encoded":false}
        """u8.ToArray();

    /// <summary>Reads the settings, makes the service, and answers one made-up request.</summary>
    /// <exception cref="InvalidOperationException">That request got an error. The message says which.</exception>
    public static PreparedFunction Prepare(Func<string, string?> environment, LogSink log)
    {
        var settings = Settings.Read(environment);
        var streaming = environment(Streaming)?.Trim().ToUpperInvariant() ?? "";
        if (streaming is not ("" or "FALSE" or "TRUE"))
            settings = settings with { Fault = settings.Fault ?? $"{Streaming} cannot be read, so every caller is refused: it is to be true or false." };
        WarmUp(settings);
        var handler = new InvocationHandler(new ElizaService(settings, () => Scripts.All, log), streams: streaming == "TRUE");
        return new PreparedFunction(handler.Handle, handler.Log);
    }

    // It uses a service of its own, which admits the request and logs nothing, whatever the settings say.
    private static void WarmUp(Settings settings)
    {
        var admitting = new Settings(RequireApiKey: settings.RequireApiKey, ApiKeys: Key, ApiKeyDigests: KeyDigest);
        var handler = new InvocationHandler(new ElizaService(admitting, () => Scripts.All, _ => { }), streams: false);
        var response = new Response();
        handler.Handle(new Invocation(Key, Event, DateTimeOffset.MaxValue, TraceId: null), response);
        handler.Log(response);
        new Output().Write(response, isStream: false);
        if (response.Status != 200)
            throw new InvalidOperationException(
                $"The function cannot answer: a request made at the start had status {response.Status} and the answer {Encoding.UTF8.GetString(response.Body.Span)}");
    }
}
