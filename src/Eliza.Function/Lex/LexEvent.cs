using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Service.Json;

namespace Eliza.Function.Lex;

/// <summary>An event of a Lex V2 bot. A member of another type counts as absent; unknown members are ignored.</summary>
/// <remarks>https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html</remarks>
internal sealed class LexEvent
{
    private readonly byte[] _json;
    private readonly bool _hasBot;
    private readonly bool _hasState;
    private readonly string? _source;
    private readonly string? _modelOfRequest;
    private string? _modelOfSession;

    private LexEvent(byte[] json)
    {
        _json = json;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("sessionState"u8))
                _hasState = ReadSession(Value(ref reader));
            else if (reader.ValueTextEquals("bot"u8))
                _hasBot = IsObject(Value(ref reader));
            else if (reader.ValueTextEquals("invocationSource"u8))
                _source = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("inputTranscript"u8))
                Line = reader.ReadTextOrNull() ?? "";
            else if (reader.ValueTextEquals("requestAttributes"u8))
                _modelOfRequest = Text(Value(ref reader), "model"u8);
            else
                reader.Skip();
        }
        reader.Read();
    }

    /// <summary>The session attribute that holds the state of the conversation.</summary>
    public static ReadOnlySpan<byte> StateAttribute => "eliza"u8;

    /// <summary>The length of the event in bytes.</summary>
    public int Length => _json.Length;

    /// <summary>Whether the bot asks before its intent is fulfilled, for the next step of the dialog.</summary>
    public bool IsOfDialog => _source == "DialogCodeHook";

    /// <summary>The user's line, as Lex understood it.</summary>
    public string Line { get; } = "";

    /// <summary>The model that the request asks for; without one, the model of the session; null if neither has one.</summary>
    public string? Model => _modelOfRequest ?? _modelOfSession;

    /// <summary>The state of the conversation after the last answer.</summary>
    public string? State { get; private set; }

    /// <summary>The session's attributes, as JSON; empty if there are none.</summary>
    public ReadOnlyMemory<byte> SessionAttributes { get; private set; }

    /// <summary>The active contexts, as JSON; empty if there are none.</summary>
    public ReadOnlyMemory<byte> ActiveContexts { get; private set; }

    /// <summary>The intent that Lex recognized, as JSON; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Intent { get; private set; }

    /// <summary>Reads an event. No HTTP caller can send one, because the event of a gateway has other members.</summary>
    /// <returns>False if it is not JSON or not an event of Lex.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out LexEvent? read)
    {
        read = null;
        try
        {
            if (!Utf8.IsValid(json.Span))
                return false;
            read = new LexEvent(LoneSurrogates.Replace(json.Span).ToArray());
            return read is { _hasBot: true, _hasState: true };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Copies the members of an object except one.</summary>
    public static void Copy(ReadOnlyMemory<byte> value, ReadOnlySpan<byte> except, Utf8JsonWriter json)
    {
        if (value.IsEmpty)
            return;
        var reader = new Utf8JsonReader(value.Span);
        reader.Read();
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals(except))
            {
                reader.Skip();
                continue;
            }
            json.WritePropertyName(reader.GetString()!);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            json.WriteRawValue(value.Span[start..(int)reader.BytesConsumed], skipInputValidation: true);
        }
    }

    private bool ReadSession(ReadOnlyMemory<byte> session)
    {
        if (!IsObject(session))
            return false;
        var reader = new Utf8JsonReader(session.Span);
        reader.Read();
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("sessionAttributes"u8))
                SessionAttributes = ObjectOf(Value(ref reader, session));
            else if (reader.ValueTextEquals("activeContexts"u8))
                ActiveContexts = Value(ref reader, session) is { Span: [(byte)'[', ..] } contexts ? contexts : default;
            else if (reader.ValueTextEquals("intent"u8))
                Intent = ObjectOf(Value(ref reader, session));
            else
                reader.Skip();
        }
        _modelOfSession = Text(SessionAttributes, "model"u8);
        State = Text(SessionAttributes, StateAttribute);
        return true;
    }

    private static bool IsObject(ReadOnlyMemory<byte> value) => value.Span is [(byte)'{', ..];

    private static ReadOnlyMemory<byte> ObjectOf(ReadOnlyMemory<byte> value) => IsObject(value) ? value : default;

    private static string? Text(ReadOnlyMemory<byte> value, ReadOnlySpan<byte> name)
    {
        if (!IsObject(value))
            return null;
        var reader = new Utf8JsonReader(value.Span);
        reader.Read();
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals(name))
                return reader.ReadTextOrNull();
            reader.Skip();
        }
        return null;
    }

    private ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader) => Value(ref reader, _json);

    // Moves the reader from a name to the end of its value.
    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
