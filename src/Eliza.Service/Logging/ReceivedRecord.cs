using Eliza.Service.Access;
using Eliza.Service.Contract;

namespace Eliza.Service.Logging;

/// <summary>
/// A line of the log about a received request, with the parts that the service understood. Other parts, such as the value of a
/// header or an invalid body, may contain a key and are not logged.
/// </summary>
/// <param name="request">The request, or null if it did not come by HTTP.</param>
internal sealed class ReceivedRecord(Request? request)
{
    // A log line may have at most 256 KB. A character takes up to six bytes.
    private const int TextLength = 32 * 1024;

    private readonly List<string> _lines = [];
    private int _length;

    /// <summary>The length of the body in bytes, if it was read.</summary>
    public int? BodyLength { get; set; }

    /// <summary>Takes the user's lines, after they were read.</summary>
    public void Take(UserLines lines)
    {
        for (var i = 0; i < lines.Count && _length < TextLength; i++)
            Take(lines[i].ToString());
    }

    /// <summary>Takes one line of the user.</summary>
    public void Take(string line)
    {
        _lines.Add(line.Length <= TextLength - _length ? line : $"{line.AsSpan(0, TextLength - _length)}…");
        _length += line.Length;
    }

    public void Write(DateTimeOffset time, RequestRecord record, ApiKeys keys, LogSink log)
    {
        using var line = new LogLine(time, "info"u8, record.RequestId);
        var json = line.Json;
        json.WriteStartObject("request"u8);
        if (request is not null)
            json.WriteString("method"u8, Visible(request.Method));
        json.WriteString("path"u8, Visible(record.Path ?? ""));
        if (request is not null)
        {
            json.WriteNumber("query_length"u8, request.Query.Length);
            json.WriteStartObject("headers"u8);
            foreach (var header in request.Headers)
                json.WriteString(Visible(header.Name), ApiKeys.Mask);
            json.WriteEndObject();
        }
        if (BodyLength is { } length)
            json.WriteNumber("body_bytes"u8, length);
        json.WriteStartArray("lines"u8);
        foreach (var said in _lines)
            json.WriteStringValue(Visible(said));
        json.WriteEndArray();
        json.WriteEndObject();
        line.WriteTo(log);

        string Visible(string text) =>
            keys.Hide(text, record.Keys) is var shown && shown.Length <= TextLength ? shown : $"{shown.AsSpan(0, TextLength)}…";
    }
}
