using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Function.Http;

namespace Eliza.Function.Tests.Support;

/// <summary>
/// What is promised for every event: no exception, no 5xx, an error in OpenAI's form, JSON and UTF-8 in the answer, headers
/// that cannot end, a log of whole lines without a key in it.
/// </summary>
internal sealed class Promise
{
    public const string Key = "open-sesame";

    private static readonly string Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    private readonly List<byte[]> _log = [];
    private readonly Handler _handler;
    private readonly bool _knowsKey;
    private int _ids;

    /// <param name="settings">What the operator decided; a key of his is <see cref="Key"/>.</param>
    public Promise(Settings settings)
    {
        _knowsKey = settings.ApiKeys == Key;
        _handler = new Handler(
            settings, [.. Scripts.All, Eliza.Function.Scripts.Find("doctor")!], new FixedClock(),
            () => $"{Interlocked.Increment(ref _ids):x8}", line => _log.Add(line.ToArray()));
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
        var response = new Response();
        _log.Clear();
        _handler.Handle(eventJson, response);
        _handler.Log(response);
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
        Utf8.IsValid(response.Body.Span).ShouldBeTrue();
        if (response.Status >= 400 && response.Body.Length > 0)
            response.ShouldBeError(response.Status);
        else if (response.IsStreamed)
            response.Events().ForEach(data => ShouldBeObject(Encoding.UTF8.GetBytes(data == "[DONE]" ? "{}" : data)));
        else if (response.Header("content-type") == ContentType.Json.Value && response.Body.Length > 0)
            ShouldBeObject(response.Body);
        ShouldBeObject(Encoding.UTF8.GetBytes(Proxy.Whole(response)));
        ShouldBeObject(Encoding.UTF8.GetBytes(Proxy.Prelude(response)));
    }

    private void CheckLog()
    {
        _log.ShouldNotBeEmpty();
        foreach (var line in _log)
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
