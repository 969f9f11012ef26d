using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Eliza.Function.Json;

/// <summary>
/// Reads JSON (RFC 8259) forward, token by token. All of a text that is read is checked, what is skipped too. Members have
/// the names and the meaning of .NET's <c>Utf8JsonReader</c>; docs/decisions/own-json.md says why this is not that.
/// </summary>
/// <param name="json">The text, in valid UTF-8.</param>
internal ref struct JsonReader(ReadOnlySpan<byte> json)
{
    /// <summary>The most objects and arrays within one another.</summary>
    public const int MaximumDepth = 64;

    private const int End = -1;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _position; // behind the token, and behind the colon of a name
    private int _depth;
    private ulong _objects; // for each level, the innermost last, whether it is an object
    private bool _isEscaped;

    /// <summary>What the reader stands on.</summary>
    public JsonToken TokenType { get; private set; }

    /// <summary>A number, or what a string or name has between its quotes, escapes and all.</summary>
    public ReadOnlySpan<byte> ValueSpan { get; private set; }

    private readonly bool IsInObject => (_objects & 1) != 0;

    /// <summary>Moves to the next token; false at the end of the text.</summary>
    /// <exception cref="MalformedJsonException">What follows is not JSON.</exception>
    public bool Read()
    {
        if (TokenType is JsonToken.None or JsonToken.PropertyName)
            ReadValue();
        else if (_depth == 0)
            return Peek() == End ? false : throw Malformed();
        else if (IsInObject)
            ReadName();
        else
            ReadItem();
        return true;
    }

    /// <summary>Moves from the start of an object, or the end of a member, to the next name; false at the end of the object.</summary>
    /// <exception cref="MalformedJsonException">What follows is not JSON.</exception>
    public bool ReadName() => TryReadShortName() || ReadAnyName();

    // A name as machines write it, not long and without white space around it. So are most, and this saves a thirtieth of a request.
    private bool TryReadShortName()
    {
        var json = _json;
        var quote = _position;
        if (TokenType != JsonToken.StartObject)
        {
            if (ByteAt(quote) != ',')
                return false;
            quote++;
        }
        if (quote >= json.Length - JsonText.BlockLength - 1 || json[quote] != '"')
            return false;
        var end = quote + 1 + JsonText.PlainLength(json, quote + 1);
        if (json[end] != '"' || json[end + 1] != ':')
            return false;
        ValueSpan = json[(quote + 1)..end];
        _isEscaped = false;
        _position = end + 2;
        TokenType = JsonToken.PropertyName;
        return true;
    }

    private bool ReadAnyName()
    {
        if (!MoveToNext(JsonToken.StartObject))
            return false;
        if (Peek() != '"')
            throw Malformed();
        ReadString();
        TokenType = JsonToken.PropertyName;
        if (Peek() != ':')
            throw Malformed();
        _position++;
        return true;
    }

    /// <summary>Moves from the start of an array, or the end of an item, to the next; false at the end of the array.</summary>
    /// <exception cref="MalformedJsonException">What follows is not JSON.</exception>
    public bool ReadItem()
    {
        if (!MoveToNext(JsonToken.StartArray))
            return false;
        ReadValue();
        return true;
    }

    /// <summary>Moves from a name to the end of its value, and from the start of an object or array to its end.</summary>
    /// <exception cref="MalformedJsonException">It is not JSON.</exception>
    public void Skip()
    {
        if (TokenType == JsonToken.PropertyName)
        {
            if (Peek() == '"')
            {
                ReadString();
                TokenType = JsonToken.String;
                return;
            }
            ReadValue();
        }
        if (TokenType is not (JsonToken.StartObject or JsonToken.StartArray))
            return;
        for (var outside = _depth - 1; _depth > outside;)
            Read();
    }

    /// <summary>Moves from a name past its value and gives that if it is text, null if it is anything else.</summary>
    /// <exception cref="MalformedJsonException">It is not JSON.</exception>
    public string? ReadTextOrNull()
    {
        ReadValue();
        if (TokenType == JsonToken.String)
            return GetString();
        Skip();
        return null;
    }

    /// <summary>Moves from a name past its value and writes that if it is text: a body is long, and this way it is looked through once.</summary>
    /// <param name="room">At least as long as the JSON.</param>
    /// <param name="length">The bytes written.</param>
    /// <returns>Whether it is text.</returns>
    /// <exception cref="MalformedJsonException">It is not JSON.</exception>
    public bool TryReadText(Span<byte> room, out int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(room.Length, _json.Length);
        length = 0;
        if (Peek() != '"')
        {
            Skip();
            return false;
        }
        var read = _position + 1;
        while (true)
        {
            JsonText.CopyPlain(_json, ref read, room, ref length);
            if (ByteAt(read) == '"')
                break;
            _ = EscapeLengthAt(read);
            JsonText.UnescapeFirst(_json, ref read, room, ref length);
        }
        _position = read + 1;
        TokenType = JsonToken.String;
        return true;
    }

    /// <summary>
    /// Moves from a name past its value, and gives a reader that stands on the value, for what can only be read once the
    /// rest is known. Of a value that never came, the token is <see cref="JsonToken.None"/>.
    /// </summary>
    /// <exception cref="MalformedJsonException">It is not JSON.</exception>
    public JsonReader Keep()
    {
        Read();
        var kept = this;
        Skip();
        return kept;
    }

    /// <summary>Whether a string or name is this text.</summary>
    public readonly bool ValueTextEquals(ReadOnlySpan<byte> text) =>
        _isEscaped ? Unescaped().SequenceEqual(text) : ValueSpan.SequenceEqual(text);

    /// <summary>A string or name. An escaped surrogate without its partner becomes U+FFFD.</summary>
    public readonly string GetString()
    {
        var text = _isEscaped ? Unescaped() : ValueSpan;
        // Latin-1 need not be counted first.
        return (Ascii.IsValid(text) ? Encoding.Latin1 : Encoding.UTF8).GetString(text);
    }

    /// <summary>Writes a string or name.</summary>
    /// <param name="target">At least as long as <see cref="ValueSpan"/>.</param>
    /// <returns>The UTF-16 units written.</returns>
    public readonly int CopyString(Span<char> target) => Encoding.UTF8.GetChars(_isEscaped ? Unescaped() : ValueSpan, target);

    /// <summary>A number as an integer; false if it is none, or takes more than 64 bits.</summary>
    public readonly bool TryGetInt64(out long value) =>
        Utf8Parser.TryParse(ValueSpan, out value, out var digits) && digits == ValueSpan.Length;

    /// <summary>A number; one that is too large is infinite.</summary>
    public readonly double GetDouble() => double.Parse(ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    private readonly ReadOnlySpan<byte> Unescaped()
    {
        var text = new byte[ValueSpan.Length];
        return text.AsSpan(0, JsonText.Unescape(ValueSpan, text));
    }

    // The byte behind white space, of which there is hardly ever any.
    private int Peek() => ByteAt(_position) is var next && next > ' ' ? next : PeekBehindBlanks();

    private int PeekBehindBlanks()
    {
        while (ByteAt(_position) is ' ' or '\n' or '\r' or '\t')
            _position++;
        return ByteAt(_position) is End or > ' ' ? ByteAt(_position) : throw Malformed();
    }

    // Moves behind the comma before a member or item; or, if there is none, to the end of the object or array.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MoveToNext(JsonToken start)
    {
        var next = Peek();
        if (TokenType == start ? next != EndOf(start) : next == ',')
        {
            _position += TokenType == start ? 0 : 1;
            return true;
        }
        Leave(next, start);
        return false;
    }

    private static char EndOf(JsonToken start) => start == JsonToken.StartObject ? '}' : ']';

    private void Leave(int next, JsonToken start)
    {
        if (next != EndOf(start))
            throw Malformed();
        TokenType = start == JsonToken.StartObject ? JsonToken.EndObject : JsonToken.EndArray;
        _depth--;
        _objects >>= 1;
        _position++;
    }

    private void ReadValue()
    {
        switch (Peek())
        {
            case '"':
                ReadString();
                TokenType = JsonToken.String;
                break;
            case '{':
                Enter(JsonToken.StartObject);
                break;
            case '[':
                Enter(JsonToken.StartArray);
                break;
            case 't':
                ReadLiteral("true"u8, JsonToken.True);
                break;
            case 'f':
                ReadLiteral("false"u8, JsonToken.False);
                break;
            case 'n':
                ReadLiteral("null"u8, JsonToken.Null);
                break;
            default:
                ReadNumber();
                break;
        }
    }

    private void Enter(JsonToken start)
    {
        if (_depth == MaximumDepth)
            throw new MalformedJsonException(_position, isTooDeep: true);
        _depth++;
        _objects = (_objects << 1) | (start == JsonToken.StartObject ? 1UL : 0);
        _position++;
        TokenType = start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadString()
    {
        var json = _json;
        var start = _position + 1;
        var end = JsonText.FindSpecial(json, start);
        _isEscaped = false;
        if ((uint)end >= (uint)json.Length || json[end] != '"')
            end = FindQuote(end);
        ValueSpan = json[start..end];
        _position = end + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindQuote(int position)
    {
        _isEscaped = true;
        while (ByteAt(position) != '"')
            position = JsonText.FindSpecial(_json, position + EscapeLengthAt(position));
        return position;
    }

    private readonly int EscapeLengthAt(int position)
    {
        if (ByteAt(position) != '\\')
            throw Malformed(position);
        switch (ByteAt(position + 1))
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                return 2;
            case 'u':
                for (var digit = position + 2; digit < position + JsonText.EscapeLength; digit++)
                {
                    if (ByteAt(digit) == End || !char.IsAsciiHexDigit((char)_json[digit]))
                        throw Malformed(digit);
                }
                return JsonText.EscapeLength;
            default:
                throw Malformed(position + 1);
        }
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal, JsonToken token)
    {
        foreach (var expected in literal)
        {
            if (ByteAt(_position) != expected)
                throw Malformed();
            _position++;
        }
        TokenType = token;
    }

    private void ReadNumber()
    {
        var start = _position;
        if (ByteAt(_position) == '-')
            _position++;
        if (ByteAt(_position) == '0')
            _position++;
        else
            ReadDigits();
        if (ByteAt(_position) == '.')
        {
            _position++;
            ReadDigits();
        }
        if (ByteAt(_position) is 'e' or 'E')
        {
            _position++;
            if (ByteAt(_position) is '+' or '-')
                _position++;
            ReadDigits();
        }
        ValueSpan = _json[start.._position];
        TokenType = JsonToken.Number;
    }

    private void ReadDigits()
    {
        if (ByteAt(_position) is < '0' or > '9')
            throw Malformed();
        var end = _position;
        while (ByteAt(end) is >= '0' and <= '9')
            end++;
        _position = end;
    }

    private readonly int ByteAt(int position) => (uint)position < (uint)_json.Length ? _json[position] : End;

    private readonly MalformedJsonException Malformed() => Malformed(_position);

    private static MalformedJsonException Malformed(int position) => new(position, isTooDeep: false);
}
