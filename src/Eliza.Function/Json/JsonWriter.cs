using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Eliza.Function.Json;

/// <summary>
/// Writes JSON to the end of a buffer that grows, and what stands between JSON values in a stream. It puts the commas;
/// that starts and ends are in order is the caller's care. Members are named as in .NET's <c>Utf8JsonWriter</c>.
/// </summary>
/// <param name="capacity">The bytes for which there is room at first.</param>
internal sealed class JsonWriter(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _length;
    private bool _followsValue;

    /// <summary>All that was written since <see cref="Clear"/>, valid until more is.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>The bytes written.</summary>
    public int Length => _length;

    public void Clear()
    {
        _length = 0;
        _followsValue = false;
    }

    /// <summary>Writes what is not JSON, or already is. A value may follow it without a comma.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
        _followsValue = false;
    }

    public void WriteStartObject() => Start((byte)'{');

    public void WriteStartObject(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Start((byte)'{');
    }

    public void WriteEndObject() => End((byte)'}');

    public void WriteStartArray() => Start((byte)'[');

    public void WriteStartArray(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Start((byte)'[');
    }

    public void WriteEndArray() => End((byte)']');

    /// <summary>Writes a name, in which nothing needs an escape.</summary>
    public void WritePropertyName(ReadOnlySpan<byte> name)
    {
        Reserve(name.Length + 4);
        var room = _bytes.AsSpan(_length);
        var start = 0;
        if (_followsValue)
            room[start++] = (byte)',';
        room[start++] = (byte)'"';
        name.CopyTo(room[start..]);
        start += name.Length;
        room[start] = (byte)'"';
        room[start + 1] = (byte)':';
        _length += start + 2;
        _followsValue = false;
    }

    /// <summary>Writes a name that comes from outside.</summary>
    public void WritePropertyName(ReadOnlySpan<char> name)
    {
        WriteStringValue(name);
        Add((byte)':');
        _followsValue = false;
    }

    public void WriteString(ReadOnlySpan<byte> name, string? value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a name and a value in UTF-8.</summary>
    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WritePropertyName(name);
        Add((byte)'"');
        WriteEscaped(value);
        End((byte)'"');
    }

    /// <summary>Writes a name, and a value in two parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="start">The first part, in which nothing needs an escape.</param>
    /// <param name="rest">The second.</param>
    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> start, ReadOnlySpan<char> rest)
    {
        WritePropertyName(name);
        Add((byte)'"');
        WriteRaw(start);
        WriteEscaped(rest);
        End((byte)'"');
    }

    /// <summary>Writes a name and a value in UTF-8, in which nothing needs an escape.</summary>
    public void WriteConstant(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WritePropertyName(name);
        Add((byte)'"');
        WriteRaw(value);
        End((byte)'"');
    }

    public void WriteString(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a string, or null.</summary>
    public void WriteStringValue(string? value)
    {
        if (value is null)
            WriteNullValue();
        else
            WriteStringValue(value.AsSpan());
    }

    public void WriteStringValue(ReadOnlySpan<char> value)
    {
        Reserve(value.Length + 3);
        if (_followsValue)
            _bytes[_length++] = (byte)',';
        _bytes[_length++] = (byte)'"';
        WriteEscaped(value);
        End((byte)'"');
    }

    public void WriteNumber(ReadOnlySpan<byte> name, long value)
    {
        WritePropertyName(name);
        Reserve(20);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var digits);
        _length += digits;
        _followsValue = true;
    }

    /// <summary>Writes a name and a finite number, with as many digits as tell it from every other.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, double value)
    {
        WritePropertyName(name);
        Reserve(32);
        value.TryFormat(_bytes.AsSpan(_length), out var digits, provider: CultureInfo.InvariantCulture);
        _length += digits;
        _followsValue = true;
    }

    public void WriteBoolean(ReadOnlySpan<byte> name, bool? value)
    {
        WritePropertyName(name);
        WriteLiteral(value is null ? "null"u8 : value.Value ? "true"u8 : "false"u8);
    }

    public void WriteNull(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        WriteNullValue();
    }

    public void WriteNullValue() => WriteLiteral("null"u8);

    /// <summary>Writes a value that has its JSON form already: a number, or one of the literals. Or a whole member.</summary>
    public void WriteLiteral(ReadOnlySpan<byte> value)
    {
        if (_followsValue)
            Add((byte)',');
        WriteRaw(value);
        _followsValue = true;
    }

    private void Start(byte mark)
    {
        if (_followsValue)
            Add((byte)',');
        Add(mark);
        _followsValue = false;
    }

    private void End(byte mark)
    {
        Add(mark);
        _followsValue = true;
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        for (var read = 0; ; read++)
        {
            Reserve((2 * (text.Length - read)) + JsonText.BlockLength);
            JsonText.CopyEscaped(text, ref read, _bytes, ref _length);
            if (read == text.Length)
                return;
            WriteEscape(text[read]);
        }
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        var plain = JsonText.CopyPlain(text, _bytes.AsSpan(_length));
        _length += plain;
        foreach (var rune in text[plain..].EnumerateRunes())
        {
            if (NeedsEscape(rune.Value))
            {
                WriteEscape(rune.Value);
                continue;
            }
            Reserve(4);
            _length += rune.EncodeToUtf8(_bytes.AsSpan(_length));
        }
    }

    // Beside what JSON asks for, whatever some reader takes for the end of a line: the log and streams are read by lines.
    private static bool NeedsEscape(int character) =>
        character is '"' or '\\' or < ' ' or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029;

    private void WriteEscape(int character)
    {
        var escape = character switch
        {
            '"' or '\\' => (byte)character,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        Reserve(JsonText.EscapeLength);
        _bytes[_length++] = (byte)'\\';
        _bytes[_length++] = escape;
        if (escape != 'u')
            return;
        Utf8Formatter.TryFormat(character, _bytes.AsSpan(_length), out var digits, new StandardFormat('X', 4));
        _length += digits;
    }

    private void Add(byte mark)
    {
        Reserve(1);
        _bytes[_length++] = mark;
    }

    private void Reserve(int length)
    {
        if (_bytes.Length - _length < length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length));
    }
}
