using System.Text;
using System.Text.Json;
using Eliza.Runtime;
using Eliza.Service;
using Eliza.Service.Contract;
using Eliza.Service.Json;

namespace Eliza.Function.Lex;

/// <summary>Answers the events of a Lex V2 bot. The session carries the conversation's state, since the function keeps none.</summary>
/// <remarks>https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html</remarks>
internal sealed class LexDoor(ElizaService service)
{
    /// <summary>The most bytes of a state. All session attributes together may have 12 KB, and the bot may need some for others.</summary>
    public const int MostStateBytes = 6 * 1024;

    private const string Path = "lex";
    private const int MostMessages = 10;
    private const int MessageLength = 1024;

    // Lex takes at most 25 KB for an answer. The session attributes, with up to 12 KB, are part of it.
    private const int MostMessageBytes = 10 * 1024;

    /// <summary>Answers an event. It throws nothing: after an error the user gets a message, and the intent fails.</summary>
    public void Answer(LexEvent asked, string requestId, Response response)
    {
        var record = service.Open(Path, requestId, asked.Length, response);
        record.Received?.Take(asked.Line);
        string? reply = null;
        var state = asked.State;
        try
        {
            if (!asked.IsOfDialog)
            {
                var script = service.FindModel(asked.Model);
                record.Model = asked.Model ?? script.Name;
                reply = Reply(script, asked.Line, ref state);
                record.Reply = reply;
            }
        }
        catch (Exception e)
        {
            var error = (e as ApiException)?.Error ?? ApiError.Internal;
            record.Error = e is ApiException ? error.Message : e.GetType().Name;
            response.Status = error.Status;
            reply = error.Message;
        }
        Write(asked, state, reply, hasFailed: record.Error is not null, response);
        service.Close(record, response);
    }

    private static string Reply(Script script, string line, ref string? state)
    {
        if (line.Length > Limits.LineCharacters || Words.Count(line) > Limits.LineWords)
            throw new ApiException(ApiError.LongLine("inputTranscript"));
        var conversation = Resume(script, state);
        var reply = conversation.Reply(line);
        state = Bounded(conversation.State);
        return reply;
    }

    // A state that is forged, or of another script or another version of it, is dropped: the conversation starts anew.
    private static Conversation Resume(Script script, string? state)
    {
        try
        {
            return state is null ? script.Start() : script.Resume(ConversationState.Parse(state));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return script.Start();
        }
    }

    // The oldest memories are dropped first. If the script has too many rules, no state is kept.
    private static string? Bounded(ConversationState state)
    {
        while (true)
        {
            var json = state.ToJson();
            if (JsonEncodedText.Encode(json, LineEncoder.Options.Encoder).EncodedUtf8Bytes.Length <= MostStateBytes)
                return json;
            if (state.Memories.IsEmpty)
                return null;
            state = state with { Memories = state.Memories.RemoveRange(0, (state.Memories.Length + 1) / 2) };
        }
    }

    private static void Write(LexEvent asked, string? state, string? reply, bool hasFailed, Response response)
    {
        response.IsBare = true;
        var json = response.Json;
        json.WriteStartObject();
        json.WriteStartObject("sessionState"u8);
        // The attributes in the answer replace all attributes of the session.
        json.WriteStartObject("sessionAttributes"u8);
        LexEvent.Copy(asked.SessionAttributes, LexEvent.StateAttribute, json);
        if (state is not null)
            json.WriteString(LexEvent.StateAttribute, state);
        json.WriteEndObject();
        if (!asked.ActiveContexts.IsEmpty)
        {
            json.WritePropertyName("activeContexts"u8);
            json.WriteRawValue(asked.ActiveContexts.Span, skipInputValidation: true);
        }
        json.WriteStartObject("dialogAction"u8);
        json.WriteString("type"u8, reply is null ? "Delegate"u8 : "Close"u8);
        json.WriteEndObject();
        WriteIntent(asked.Intent, reply is null ? null : hasFailed ? "Failed" : "Fulfilled", json);
        json.WriteEndObject();
        if (!string.IsNullOrWhiteSpace(reply))
            WriteMessages(reply, json);
        json.WriteEndObject();
    }

    private static void WriteIntent(ReadOnlyMemory<byte> intent, string? state, Utf8JsonWriter json)
    {
        if (intent.IsEmpty)
            return;
        json.WriteStartObject("intent"u8);
        LexEvent.Copy(intent, except: state is null ? default : "state"u8, json);
        if (state is not null)
            json.WriteString("state"u8, state);
        json.WriteEndObject();
    }

    /// <summary>Splits a long reply at blanks. It leaves out what is beyond the tenth message or beyond the size of an answer.</summary>
    private static void WriteMessages(ReadOnlySpan<char> reply, Utf8JsonWriter json)
    {
        json.WriteStartArray("messages"u8);
        var room = MostMessageBytes;
        for (var count = 0; count < MostMessages && !(reply = reply.Trim()).IsEmpty; count++)
        {
            var length = LengthOfMessage(reply);
            var message = reply[..length].TrimEnd();
            room -= Encoding.UTF8.GetByteCount(message);
            if (room < 0)
                break;
            json.WriteStartObject();
            json.WriteString("contentType"u8, "PlainText"u8);
            json.WriteString("content"u8, message);
            json.WriteEndObject();
            reply = reply[length..];
        }
        json.WriteEndArray();
    }

    private static int LengthOfMessage(ReadOnlySpan<char> text)
    {
        if (text.Length <= MessageLength)
            return text.Length;
        var blank = text[..(MessageLength + 1)].LastIndexOf(' ');
        var length = blank > 0 ? blank : MessageLength;
        return char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }
}
