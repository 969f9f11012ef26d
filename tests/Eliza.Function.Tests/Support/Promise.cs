using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Service;
using Eliza.Service.Http;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests.Support;

/// <summary>
/// What is promised for every event: no exception, no 5xx, an error in OpenAI's form or, below Bedrock's paths, in AWS's, JSON and
/// UTF-8 in the answer or whole frames of them, headers that cannot end, a log of whole lines without a key in it.
/// </summary>
internal sealed class Promise
{
    public const string Key = "open-sesame";

    private static readonly string Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    private readonly TestFunction _function;
    private readonly bool _knowsKey;

    /// <param name="settings">What the operator decided; a key of his is <see cref="Key"/>.</param>
    public Promise(Settings settings)
    {
        _knowsKey = settings.ApiKeys == Key;
        _function = new TestFunction(settings, Scripts.All);
    }

    /// <summary>A service that is open, one that logs everything, and one that is locked in every way.</summary>
    public static IReadOnlyList<Promise> WithEverySetting() =>
    [
        new(new Settings()),
        new(new Settings(LogRequests: true, RequireApiKey: true, ApiKeys: Key, TrustedProxies: "0.0.0.0/0")),
        new(new Settings(LogRequests: true, HearsSystemMessages: false, AllowedCallers: "203.0.113.0/24, ::/0", TrustedProxies: "0.0.0.0/0, ::/0",
            RequireApiKey: true, ApiKeyDigests: Digest)),
    ];

    /// <summary>Sends the event and checks what is promised.</summary>
    public Response Keep(byte[] eventJson)
    {
        _function.Log.Clear();
        var response = _function.Send(eventJson);
        CheckResponse(response);
        CheckLog();
        return response;
    }

    private static void CheckResponse(Response response)
    {
        response.Status.ShouldBeInRange(200, 499);
        foreach (var header in response.Headers)
            (header.Name.All(character => char.IsAsciiLetterLower(character) || character == '-') && header.Value.All(character => character is >= ' ' and <= '~'))
                .ShouldBeTrue($"{header}");
        response.IsBinary.ShouldBe(response.Header("content-type") == ContentType.AmazonEventStream.Value);
        (response.IsBinary || Utf8.IsValid(response.Body.Span)).ShouldBeTrue();
        if (response.Status >= 400 && response.Body.Length > 0 && response.Header("x-amzn-requestid") is not null)
            response.ShouldBeBedrockError(response.Status);
        else if (response.Status >= 400 && response.Body.Length > 0)
            response.ShouldBeError(response.Status);
        else if (response.IsBinary)
            response.Frames().ForEach(frame => ShouldBeObject(frame.Payload));
        else if (response.IsStreamed)
            response.Events().ForEach(data => ShouldBeObject(Encoding.UTF8.GetBytes(data == "[DONE]" ? "{}" : data)));
        else if (response.Header("content-type") == ContentType.Json.Value && response.Body.Length > 0)
            ShouldBeObject(response.Body);
        ShouldBeObject(Encoding.UTF8.GetBytes(Proxy.Whole(response)));
        ShouldBeObject(Encoding.UTF8.GetBytes(Proxy.Prelude(response).TrimEnd('\0')));
    }

    private void CheckLog()
    {
        _function.Log.ShouldNotBeEmpty();
        foreach (var line in _function.Log)
        {
            Utf8.IsValid(line).ShouldBeTrue();
            line.AsSpan().IndexOfAnyInRange((byte)0, (byte)31).ShouldBe(line.Length - 1);
            line[^1].ShouldBe((byte)'\n');
            ShouldBeObject(line);
            if (_knowsKey)
                line.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key)).ShouldBe(-1, Encoding.UTF8.GetString(line));
        }
    }

    private static void ShouldBeObject(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        document.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }
}
