using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Eliza.Runtime.Engine;

namespace Eliza.Runtime;

/// <summary>States as JSON: five members in a fixed order. Nothing else can be read.</summary>
internal static class StateJson
{
    private const string Script = "script";
    private const string Turns = "turns";
    private const string Store = "store";
    private const string NextReassemblies = "next";
    private const string Memories = "memories";

    /// <summary>The most characters of a text to read: memories with every character escaped, and a million next reassemblies.</summary>
    private const int MaximumLength = (6 * MemoryQueue.MaximumCharacters) + (1 << 23);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 2 };

    public static string Write(ConversationState state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(Script, Text(state.Script));
            json.WriteNumber(Turns, state.Turns);
            json.WriteNumber(Store, state.Store);
            json.WriteStartArray(NextReassemblies);
            foreach (var round in state.NextReassemblies.AsSpan()) json.WriteNumberValue(round);
            json.WriteEndArray();
            json.WriteStartArray(Memories);
            foreach (var memory in state.Memories.AsSpan()) json.WriteStringValue(memory);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ConversationState Parse(string text)
    {
        if (text.Length > MaximumLength) throw new FormatException("A state is shorter than this text.");
        try
        {
            var json = new Utf8JsonReader(Utf8.GetBytes(text), Strict);
            Take(ref json, JsonTokenType.StartObject);
            TakeName(ref json, Script);
            Take(ref json, JsonTokenType.String);
            var script = ulong.Parse(json.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (!json.ValueTextEquals(Text(script))) throw Unexpected(json.TokenType);
            var turns = TakeNumber(ref json, Turns);
            var store = TakeNumber(ref json, Store);
            TakeName(ref json, NextReassemblies);
            var nextReassemblies = TakeArray(ref json, JsonTokenType.Number, static (ref Utf8JsonReader item) => item.GetInt32());
            TakeName(ref json, Memories);
            var memories = TakeArray(ref json, JsonTokenType.String, static (ref Utf8JsonReader item) => item.GetString()!);
            Take(ref json, JsonTokenType.EndObject);
            if (json.Read()) throw Unexpected(json.TokenType);
            return new(script, nextReassemblies, memories, turns, store);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or EncoderFallbackException or OverflowException)
        {
            throw new FormatException("This text is no state of a conversation.", e);
        }
    }

    private static string Text(ulong fingerprint) => fingerprint.ToString("x16", CultureInfo.InvariantCulture);

    private static ImmutableArray<T> TakeArray<T>(ref Utf8JsonReader json, JsonTokenType type, ItemReader<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        Take(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != type) throw Unexpected(json.TokenType);
            items.Add(read(ref json));
        }

        return items.ToImmutable();
    }

    private static int TakeNumber(ref Utf8JsonReader json, string name)
    {
        TakeName(ref json, name);
        Take(ref json, JsonTokenType.Number);
        return json.GetInt32();
    }

    private static void TakeName(ref Utf8JsonReader json, string name)
    {
        Take(ref json, JsonTokenType.PropertyName);
        if (!json.ValueTextEquals(name)) throw new FormatException($"A state has \"{name}\" here.");
    }

    private static void Take(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type) throw Unexpected(json.TokenType);
    }

    private static FormatException Unexpected(JsonTokenType type) => new($"A state has no {type} here.");

    private delegate T ItemReader<T>(ref Utf8JsonReader json);
}
