using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Eliza.Load;

/// <summary>One connection with its own conversations. It knows the right reply to each line.</summary>
/// <param name="number">The number of the connection. It is in its lines, and so in its replies.</param>
/// <param name="url">The server's address. Paths are added to it.</param>
internal sealed class Speaker(int number, Uri url)
{
    private const int TurnsOfAConversation = 20;

    // {0} is the speaker, {1} a number that is different in every turn.
    private static readonly CompositeFormat[] Lines =
    [
        .. ((string[])[
            "My brother {0} is afraid of number {1}.", "I am unhappy about {1}.", "You are like thing {0}.", "I dreamt of {1} computers and {0} machines.",
            "Because of {1}.", "Everybody hates {0} and {1}.", "Perhaps", "My {0} mothers took {1} away from me", "Why?", "I remember the year {1}.",
            "It is raining on {0}, but my cat {1} sleeps.", "Do you want {1}?", "yes", "", "If I could dream of {0}",
        ]).Select(CompositeFormat.Parse),
    ];

    private readonly Random _random = new(number);
    private int _lines;

    /// <summary>The time of each reply that was not streamed, in milliseconds.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>Answers without a reply, and requests that failed.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Replies that the script does not give to these lines.</summary>
    public List<string> Strangers { get; } = [];

    public async Task TalkAsync(CancellationToken end)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1 };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        while (!end.IsCancellationRequested)
            await ConverseAsync(http, end);
    }

    private async Task ConverseAsync(HttpClient http, CancellationToken end)
    {
        var expected = Scripts.Doctor.Start();
        var said = new List<string>();
        for (var turn = 0; turn < TurnsOfAConversation && !end.IsCancellationRequested; turn++)
        {
            said.Add(string.Format(CultureInfo.InvariantCulture, Lines[_random.Next(Lines.Length)], number, ++_lines));
            var isStreamed = _random.Next(2) == 0;
            try
            {
                var began = Stopwatch.GetTimestamp();
                var reply = await AskAsync(http, said, isStreamed);
                Latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (expected.Reply(said[^1]) is var own && reply != own)
                    Strangers.Add($"connection {number}, line {_lines}: \"{reply}\" instead of \"{own}\"");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException or TaskCanceledException or InvalidDataException)
            {
                Errors.Add($"connection {number}, line {_lines}: {e.Message}");
                return;
            }
        }
    }

    private async Task<string> AskAsync(HttpClient http, List<string> said, bool isStreamed)
    {
        var messages = said.Select(line => new { role = "user", content = line });
        using var request = JsonContent.Create(new { model = "doctor", stream = isStreamed, messages });
        using var response = await http.PostAsync(new Uri(url, "v1/chat/completions"), request);
        var body = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK)
            throw new InvalidDataException($"{(int)response.StatusCode} {body}");
        return isStreamed ? Streamed(body) : Content(body, "message");
    }

    private static string Streamed(string body)
    {
        const string Data = "data: ", Done = "[DONE]";
        var events = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        if (events[^1] != Data + Done)
            throw new InvalidDataException("the stream broke off");
        return string.Concat(events[..^1].Select(one => Content(one[Data.Length..], "delta")));
    }

    private static string Content(string json, string member)
    {
        using var completion = JsonDocument.Parse(json);
        return completion.RootElement.GetProperty("choices")[0].GetProperty(member).TryGetProperty("content", out var content) ? content.GetString()! : "";
    }
}
