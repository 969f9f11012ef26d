using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Function.Access;
using Eliza.Function.Http;

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
        var line = new ArrayBufferWriter<byte>(eventJson.Length + 256);
        using (var json = new Utf8JsonWriter(line, Response.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("timestamp"u8, LogTime.Of(time));
            json.WriteString("level"u8, "info"u8);
            json.WriteString("request_id"u8, requestId);
            json.WritePropertyName("event"u8);
            if (IsReadable(eventJson))
                Copy(JsonText.WithoutLoneSurrogates(eventJson), keys, json);
            else
                json.WriteNullValue();
            json.WriteEndObject();
        }
        line.Write("\n"u8);
        log(line.WrittenSpan);
    }

    private static bool IsReadable(ReadOnlySpan<byte> eventJson)
    {
        if (!Utf8.IsValid(eventJson))
            return false;
        try
        {
            var reader = new Utf8JsonReader(eventJson);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Copy(ReadOnlySpan<byte> eventJson, ApiKeys keys, Utf8JsonWriter json)
    {
        var reader = new Utf8JsonReader(eventJson);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: json.WriteStartObject(); break;
                case JsonTokenType.EndObject: json.WriteEndObject(); break;
                case JsonTokenType.StartArray: json.WriteStartArray(); break;
                case JsonTokenType.EndArray: json.WriteEndArray(); break;
                case JsonTokenType.True: json.WriteBooleanValue(true); break;
                case JsonTokenType.False: json.WriteBooleanValue(false); break;
                case JsonTokenType.Null: json.WriteNullValue(); break;
                case JsonTokenType.Number: json.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
                case JsonTokenType.String: json.WriteStringValue(Visible(reader.GetString()!, keys)); break;
                default: CopyName(ref reader, keys, json); break;
            }
        }
    }

    private static void CopyName(ref Utf8JsonReader reader, ApiKeys keys, Utf8JsonWriter json)
    {
        var name = reader.GetString()!;
        json.WritePropertyName(Visible(name, keys));
        if (IsSecret(name))
        {
            reader.Skip();
            json.WriteStringValue(ApiKeys.Mask);
        }
        else if (name == "rawQueryString")
        {
            var query = JsonText.TextOrNull(ref reader) ?? "";
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
