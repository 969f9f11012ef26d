using System.Text;
using System.Text.Json;
using Eliza.Function.Http;

namespace Eliza.Function.Tests.Support;

/// <summary>Reads responses as clients do.</summary>
internal static class ResponseReading
{
    public static string Text(this Response response) => Encoding.UTF8.GetString(response.Body.Span);

    public static JsonElement Json(this Response response) => JsonDocument.Parse(response.Body).RootElement;

    public static string? Header(this Response response, string name) =>
        response.Headers.SingleOrDefault(header => header.Name == name)?.Value;

    /// <summary>The reply of a chat completion.</summary>
    public static string Reply(this Response response, int choice = 0)
    {
        response.Status.ShouldBe(200, response.Text());
        return response.Json().GetProperty("choices")[choice].GetProperty("message").GetProperty("content").GetString()!;
    }

    public static string FinishReason(this Response response, int choice = 0) =>
        response.Json().GetProperty("choices")[choice].GetProperty("finish_reason").GetString()!;

    /// <summary>The replies of a streamed chat completion, put together from their pieces.</summary>
    public static Dictionary<int, string> StreamedReplies(this Response response)
    {
        var replies = new Dictionary<int, string>();
        foreach (var chunk in response.Events().Where(data => data != "[DONE]"))
        {
            foreach (var choice in JsonDocument.Parse(chunk).RootElement.GetProperty("choices").EnumerateArray())
            {
                var index = choice.GetProperty("index").GetInt32();
                var delta = choice.GetProperty("delta");
                replies[index] = replies.GetValueOrDefault(index, "")
                    + (delta.TryGetProperty("content", out var content) ? content.GetString() : "");
            }
        }
        return replies;
    }

    /// <summary>The data of each chunk, which must be one server-sent event.</summary>
    public static List<string> Events(this Response response)
    {
        var events = new List<string>();
        for (var i = 0; i < response.ChunkCount; i++)
        {
            var chunk = Encoding.UTF8.GetString(response.Chunk(i).Span);
            chunk.ShouldEndWith("\n\n");
            var data = chunk[(chunk.IndexOf("data: ", StringComparison.Ordinal) + 6)..^2];
            data.ShouldNotContain('\n');
            events.Add(data);
        }
        return events;
    }

    /// <summary>Asserts that this is an error in OpenAI's form, and gives its code and param.</summary>
    public static (string? Code, string? Param) ShouldBeError(this Response response, int status)
    {
        response.Status.ShouldBe(status, response.Text());
        response.Header("content-type").ShouldBe("application/json");
        var root = response.Json();
        root.EnumerateObject().Select(member => member.Name).ShouldBe(["error"]);
        var error = root.GetProperty("error");
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["message", "type", "param", "code"]);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        error.GetProperty("type").GetString().ShouldNotBeNullOrEmpty();
        return (error.GetProperty("code").GetString(), error.GetProperty("param").GetString());
    }

    /// <summary>The whole response for a snapshot: status, headers, an empty line, body.</summary>
    public static string Whole(this Response response) =>
        $"{response.Status}\n{string.Concat(response.Headers.Select(header => $"{header}\n"))}\n{response.Text()}";
}
