using System.Text.Unicode;
using Eliza.Function.Access;
using Eliza.Function.Json;

namespace Eliza.Function.Logging;

/// <summary>One line of the log that holds an incoming event, without what is secret in it.</summary>
internal static class EventRecord
{
    // A line of the log has room for 256 KB; the rest of a longer text is left out.
    private const int TextLength = 32 * 1024;

    // Members with such names are masked with all that is in them, headers and others alike.
    private static readonly string[] Secrets =
        ["authoriz", "api-key", "apikey", "api_key", "token", "secret", "cookie", "password", "credential", "signature"];

    public static void Write(DateTimeOffset time, string requestId, ReadOnlySpan<byte> eventJson, ApiKeys keys, LogSink log)
    {
        var json = new JsonWriter(eventJson.Length + 256);
        json.WriteStartObject();
        json.WriteString("timestamp"u8, LogTime.Of(time));
        json.WriteConstant("level"u8, "info"u8);
        json.WriteString("request_id"u8, requestId);
        json.WritePropertyName("event"u8);
        if (IsReadable(eventJson))
            Copy(eventJson, keys, json);
        else
            json.WriteNullValue();
        json.WriteEndObject();
        json.WriteRaw("\n"u8);
        log(json.Written.Span);
    }

    private static bool IsReadable(ReadOnlySpan<byte> eventJson)
    {
        if (!Utf8.IsValid(eventJson))
            return false;
        try
        {
            var reader = new JsonReader(eventJson);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (MalformedJsonException)
        {
            return false;
        }
    }

    private static void Copy(ReadOnlySpan<byte> eventJson, ApiKeys keys, JsonWriter json)
    {
        var reader = new JsonReader(eventJson);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonToken.StartObject: json.WriteStartObject(); break;
                case JsonToken.EndObject: json.WriteEndObject(); break;
                case JsonToken.StartArray: json.WriteStartArray(); break;
                case JsonToken.EndArray: json.WriteEndArray(); break;
                case JsonToken.True: json.WriteLiteral("true"u8); break;
                case JsonToken.False: json.WriteLiteral("false"u8); break;
                case JsonToken.Null: json.WriteNullValue(); break;
                case JsonToken.Number: json.WriteLiteral(reader.ValueSpan); break;
                case JsonToken.String: json.WriteStringValue(Visible(reader.GetString(), keys)); break;
                default: CopyName(ref reader, keys, json); break;
            }
        }
    }

    private static void CopyName(ref JsonReader reader, ApiKeys keys, JsonWriter json)
    {
        var name = reader.GetString();
        json.WritePropertyName(Visible(name, keys));
        if (IsSecret(name))
        {
            reader.Skip();
            json.WriteStringValue(ApiKeys.Mask);
        }
        else if (name == "rawQueryString")
        {
            var query = reader.ReadTextOrNull() ?? "";
            json.WriteStringValue(IsSecret(query) ? ApiKeys.Mask : Visible(query, keys));
        }
    }

    private static bool IsSecret(string name)
    {
        foreach (var secret in Secrets)
        {
            if (name.Contains(secret, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static string Visible(string text, ApiKeys keys) =>
        keys.Hide(text) is var shown && shown.Length <= TextLength ? shown : string.Concat(shown.AsSpan(0, TextLength), "…");
}
