using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Eliza.Service.Json;

/// <summary>
/// Escapes what JSON requires, and every character that some reader takes for a line end, because the log and streams are read
/// line by line. Letters and emoji are not escaped, so that people can read them. .NET's encoders escape all emoji, and fill a
/// table of all characters on first use, which would take a quarter of the function's start.
/// </summary>
internal sealed unsafe class LineEncoder : JavaScriptEncoder
{
    private const string Plain =
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Plain);
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create(Encoding.ASCII.GetBytes(Plain));

    /// <summary>The options for all JSON that is sent or logged.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = new LineEncoder(), SkipValidation = true };

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => @"\u1234".Length;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is '"' or '\\' or < ' ' or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029;

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        char? letter = unicodeScalar switch
        {
            '"' or '\\' => (char)unicodeScalar,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => null,
        };
        if (letter is not { } known)
            return target.TryWrite($"\\u{unicodeScalar:X4}", out numberOfCharactersWritten);
        ReadOnlySpan<char> escape = ['\\', known];
        numberOfCharactersWritten = escape.Length;
        return escape.TryCopyTo(target);
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var i = characters.IndexOfAnyExcept(PlainCharacters); (uint)i < (uint)textLength;)
        {
            // Half of a surrogate pair is not valid, and is replaced.
            if (Rune.DecodeFromUtf16(characters[i..], out var rune, out var length) != OperationStatus.Done || WillEncode(rune.Value))
                return i;
            i += length;
        }
        return -1;
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var plain = utf8Text.IndexOfAnyExcept(PlainBytes);
        return plain >= 0 && base.FindFirstCharacterToEncodeUtf8(utf8Text[plain..]) is >= 0 and var further ? plain + further : -1;
    }
}
