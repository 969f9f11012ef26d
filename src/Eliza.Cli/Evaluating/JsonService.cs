using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>A service that takes and gives JSON.</summary>
/// <param name="address">The beginning of all its addresses.</param>
/// <param name="key">Its bearer key, or null if it needs none.</param>
internal sealed class JsonService(Uri address, string? key) : IDisposable
{
    private const int Attempts = 3;
    private const int MostOfMessage = 300;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly string _address = address.AbsoluteUri.TrimEnd('/');
    private readonly HttpClient _http = new();

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Sends a GET; see <see cref="PostAsync"/> for its failures.</summary>
    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    /// <summary>Sends a POST and returns the answer. If the service is busy, it is asked again after the time that it names.</summary>
    /// <exception cref="HttpRequestException">The request failed, or the answer is no JSON. The message says why; the status is set if there was one.</exception>
    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        var url = _address + path;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                using var response = await _http.SendAsync(Request(method, url, body));
                if (attempt < Attempts && IsBusy(response.StatusCode))
                {
                    await Task.Delay(Pause(response.Headers.RetryAfter, attempt));
                    continue;
                }
                var text = await response.Content.ReadAsStringAsync();
                return response.IsSuccessStatusCode ? Parse(text) : throw new HttpRequestException($"{(int)response.StatusCode} {MessageIn(text)}".TrimEnd(), null, response.StatusCode);
            }
        }
        catch (HttpRequestException e)
        {
            throw new HttpRequestException($"{url}: {e.Message}", e, e.StatusCode);
        }
        catch (TaskCanceledException e)
        {
            throw new HttpRequestException($"{url}: no answer within {_http.Timeout.TotalSeconds} seconds", e);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string url, object? body)
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, EvaluationJson.Options), Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("application/json");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static TimeSpan Pause(RetryConditionHeaderValue? asked, int attempt)
    {
        var pause = asked?.Delta ?? (asked?.Date - DateTimeOffset.UtcNow) ?? TimeSpan.FromSeconds(attempt);
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause > LongestPause ? LongestPause : pause;
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new HttpRequestException($"the answer is no JSON: {Beginning(text)}");
        }
    }

    // The message in the form of OpenAI and most others, or in that of Phoenix; else the whole text.
    private static string MessageIn(string text)
    {
        try
        {
            if (JsonElement.Parse(text) is not { ValueKind: JsonValueKind.Object } json)
                return Beginning(text);
            if (json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message))
                return Beginning(message.ToString());
            return Beginning(json.TryGetProperty("detail", out var detail) ? detail.ToString() : text);
        }
        catch (JsonException)
        {
            return Beginning(text);
        }
    }

    private static string Beginning(string text)
    {
        var line = TerminalText.Visible(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length <= MostOfMessage ? line : $"{line[..MostOfMessage]}…";
    }
}
