using System.Text;
using System.Text.Json;

namespace Eliza.Service.Tests.Support;

/// <summary>Reads responses as clients do.</summary>
internal static class ResponseReading
{
    public static string Text(this Response response) => Encoding.UTF8.GetString(response.Body.Span);

    public static JsonElement Json(this Response response) => JsonDocument.Parse(response.Body).RootElement;

    public static string? Header(this Response response, string name) =>
        response.Headers.Where(header => header.Name == name).Select(header => header.Value).SingleOrDefault();

    /// <summary>The reply of a chat completion.</summary>
    public static string Reply(this Response response, int choice = 0)
    {
        response.Status.ShouldBe(200, response.Text());
        return response.Json().GetProperty("choices")[choice].GetProperty("message").GetProperty("content").GetString()!;
    }

    public static string FinishReason(this Response response, int choice = 0) =>
        response.Json().GetProperty("choices")[choice].GetProperty("finish_reason").GetString()!;

    /// <summary>The replies of a streamed chat completion, joined from their pieces.</summary>
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

    /// <summary>Asserts that this is an error in OpenAI's form, and returns its code and param.</summary>
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

    /// <summary>The frames of an event stream of AWS, each a chunk.</summary>
    public static List<EventFrame> Frames(this Response response)
    {
        response.Status.ShouldBe(200, response.Text());
        response.IsBinary.ShouldBeTrue();
        var frames = Enumerable.Range(0, response.ChunkCount).Select(i => EventFrame.Read(response.Chunk(i).Span)).ToList();
        EventFrame.ReadAll(response.Body.Span).Count.ShouldBe(frames.Count);
        return frames;
    }

    /// <summary>The reply of Converse.</summary>
    public static string ConverseReply(this Response response)
    {
        response.Status.ShouldBe(200, response.Text());
        return response.Json().GetProperty("output").GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString()!;
    }

    /// <summary>The reply of ConverseStream, joined from its pieces.</summary>
    public static string StreamedConverseReply(this Response response) => string.Concat(
        response.Frames().Where(frame => frame.Type == "contentBlockDelta").Select(frame => frame.Json.GetProperty("delta").GetProperty("text").GetString()));

    /// <summary>Asserts that this is an error in Bedrock's form, and returns its name and message.</summary>
    public static (string Name, string Message) ShouldBeBedrockError(this Response response, int status)
    {
        response.Status.ShouldBe(status, response.Text());
        response.Header("content-type").ShouldBe("application/json");
        var error = response.Json();
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["__type", "message"]);
        error.GetProperty("__type").GetString().ShouldBe(response.Header("x-amzn-errortype"));
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        return (error.GetProperty("__type").GetString()!, error.GetProperty("message").GetString()!);
    }

    /// <summary>The whole response for a snapshot: status, headers, an empty line, body. Each frame of an AWS stream is in hexadecimal and as text.</summary>
    public static string Whole(this Response response) =>
        $"{response.Status}\n{string.Concat(response.Headers.Select(header => $"{header}\n"))}\n{(response.IsBinary ? Frames(response.Body) : response.Text())}";

    private static string Frames(ReadOnlyMemory<byte> body)
    {
        var text = new StringBuilder();
        for (var start = 0; start < body.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(body.Span[start..]);
            var frame = body.Slice(start, length);
            text.Append(Convert.ToHexStringLower(frame.Span)).Append('\n');
            text.Append("  ").Append(EventFrame.Read(frame.Span).Type).Append(' ').Append(Encoding.UTF8.GetString(EventFrame.Read(frame.Span).Payload)).Append('\n');
            start += length;
        }
        return text.ToString();
    }
}
