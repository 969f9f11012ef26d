using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Service;
using Eliza.Service.Http;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests.Support;

/// <summary>
/// The promises for every event. There is no exception and no 5xx. An error has OpenAI's form, or AWS's below Bedrock's paths. The
/// answer is JSON and UTF-8, or whole frames of these. No header has a line end. Log lines are whole and have no key.
/// </summary>
internal sealed class Promise
{
    public const string Key = "open-sesame";

    private static readonly string Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    private readonly TestFunction _function;
    private readonly bool _knowsKey;

    /// <param name="settings">The operator's settings. If they have a key, it is <see cref="Key"/>.</param>
    public Promise(Settings settings)
    {
        _knowsKey = settings.ApiKeys == Key;
        _function = new TestFunction(settings, Scripts.All);
    }

    /// <summary>An open service, one that logs everything, and one with all restrictions.</summary>
    public static IReadOnlyList<Promise> WithEverySetting() =>
    [
        new(new Settings()),
        new(new Settings(LogRequests: true, RequireApiKey: true, ApiKeys: Key, TrustedProxies: "0.0.0.0/0")),
        new(new Settings(LogRequests: true, HearsSystemMessages: false, AllowedCallers: "203.0.113.0/24, ::/0", TrustedProxies: "0.0.0.0/0, ::/0",
            RequireApiKey: true, ApiKeyDigests: Digest)),
    ];

    /// <summary>Sends the event and checks the promises.</summary>
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
