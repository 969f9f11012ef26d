using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// One line of the user on its way to a reply: the words of the clause at hand and the text being written. It
/// belongs to a conversation and is used again for each line, so that answering allocates nothing.
/// </summary>
public sealed class Turn
{
    /// <summary>The characters that are copied by one instruction.</summary>
    private const int Stroke = 8;

    private Word[] _texts = new Word[16];
    private int[] _words = new int[16];
    private int _count;

    private Word[] _spareTexts = [];
    private int[] _spareWords = [];
    private int _spareCount;
    private long _maximum;

    private char[] _text = new char[128];
    private int _textLength;
    private char[] _folded = [];
    private ulong[] _separators = [];

    private char[] _reply = new char[128];
    private int _replyLength;

    internal Turn(int maximumCuts) => Cuts = new int[maximumCuts];

    /// <summary>The numbers of the clause's words.</summary>
    public ReadOnlySpan<int> Words => new(_words, 0, _count);

    /// <summary>
    /// Where the decomposition that matched cuts the clause: for each run of words but the last, the index of the
    /// word behind it.
    /// </summary>
    public int[] Cuts { get; }

    internal Keystack Keystack { get; } = new();

    internal Candidates Candidates { get; } = new();

    internal Findings Findings { get; } = new();

    /// <summary>How many words were read from the line so far, those of earlier clauses included.</summary>
    internal int WordsRead { get; set; }

    internal ReadOnlySpan<char> Reply => new(_reply, 0, _replyLength);

    // ---- The clause -----------------------------------------------------------------------------------------

    /// <summary>Adds a word of the script to the clause.</summary>
    /// <param name="word">Its number.</param>
    /// <param name="spelling">How a reply shows it.</param>
    public void Add(int word, string spelling)
    {
        Reserve(ref _text, _textLength + spelling.Length);
        spelling.CopyTo(_text.AsSpan(_textLength));
        Add(word, new Word(_textLength, spelling.Length));
        _textLength += spelling.Length;
    }

    /// <summary>Begins a new line.</summary>
    /// <param name="length">The characters for which there is to be room in <see cref="Line"/>.</param>
    internal void Begin(int length)
    {
        Reserve(ref _text, length);
        _textLength = length;
        WordsRead = 0;
        ClearClause();
        ClearReply();
    }

    /// <summary>The line as words of the clause show it.</summary>
    internal Span<char> Line => _text;

    /// <summary>Room for the line as it is cut and compared, where that is not the same.</summary>
    internal Span<char> Folded(int length)
    {
        Reserve(ref _folded, length);
        return _folded;
    }

    /// <summary>Room for the bits that say where a line so long is cut.</summary>
    internal Span<ulong> Separators(int length)
    {
        if (LineFolding.Blocks(length) > _separators.Length) _separators = new ulong[LineFolding.Blocks(length)];
        return _separators;
    }

    internal void ClearClause()
    {
        _count = 0;
        Findings.Forget();
    }

    /// <summary>Adds a word that stands in <see cref="Line"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddRead(int word, int start, int length) => Add(word, new Word(start, length));

    /// <summary>A word of the clause as a reply shows it.</summary>
    public ReadOnlySpan<char> TextOf(int index) => _text.AsSpan(_texts[index].Start, _texts[index].Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int word, Word text)
    {
        var (index, words, texts) = (_count, _words, _texts);
        if ((uint)index >= (uint)words.Length)
        {
            Grow();
            (words, texts) = (_words, _texts);
        }

        words[index] = word;
        texts[index] = text;
        _count = index + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        Array.Resize(ref _words, 2 * _count);
        Array.Resize(ref _texts, 2 * _count);
    }

    // ---- Rewriting the clause: PRE --------------------------------------------------------------------------

    /// <summary>Begins a new list of words, made of the script's and of components of the present one.</summary>
    /// <param name="maximum">The words that it may have; components are cut short at one more.</param>
    internal void BeginRewrite(long maximum)
    {
        _maximum = maximum;
        if (_spareWords.Length < _words.Length)
        {
            _spareWords = new int[_words.Length];
            _spareTexts = new Word[_words.Length];
        }

        (_words, _spareWords) = (_spareWords, _words);
        (_texts, _spareTexts) = (_spareTexts, _texts);
        (_count, _spareCount) = (0, _count);
        Findings.Forget();
    }

    /// <summary>The numbers of the words that are being replaced.</summary>
    public ReadOnlySpan<int> Replaced => new(_spareWords, 0, _spareCount);

    /// <summary>Adds words of those that are being replaced.</summary>
    public void AddComponent(int from, int to)
    {
        for (; from < to && _count <= _maximum; from++) Add(_spareWords[from], _spareTexts[from]);
    }

    // ---- The reply ------------------------------------------------------------------------------------------

    internal void ClearReply() => _replyLength = 0;

    /// <summary>Writes a text. A blank at its start is left out where the reply has one already, or has nothing.</summary>
    public void Write(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (rest is [' ', ..] && EndsInBlank) rest = rest[1..];
        WriteAll(rest);
    }

    /// <summary>Writes a text that begins with punctuation, before which no blank may stand.</summary>
    public void Punctuate(string text)
    {
        TrimEnd();
        WriteAll(text);
    }

    /// <summary>Writes a component as it stands in the clause.</summary>
    public void Write(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (index > from) WriteBlank();
            WriteWord(index);
        }
    }

    /// <summary>Writes a component with each word replaced that the script reflects.</summary>
    public void Reflect<TRules>(int from, int to)
        where TRules : struct, ILineRules
    {
        for (var index = from; index < to; index++)
        {
            if (index > from) WriteBlank();
            var word = _words[index];
            if ((TRules.Traits[word] & Trait.Reflected) != 0) WriteAll(TRules.Reflect(word));
            else WriteWord(index);
        }
    }

    /// <summary>Writes a word of the clause: a short one at a stroke, with what stands behind it, which what comes next overwrites. It saves a twentieth of a reply.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteWord(int index)
    {
        var (start, length) = _texts[index];
        var (text, reply, end) = (_text, _reply, _replyLength);
        if (length > Stroke || (uint)(start + Stroke) > (uint)text.Length || (uint)(end + Stroke) > (uint)reply.Length)
        {
            WriteAll(text.AsSpan(start, length));
            return;
        }

        Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.AsSpan(start, Stroke))).CopyTo(MemoryMarshal.Cast<char, ushort>(reply.AsSpan(end, Stroke)));
        _replyLength = end + length;
    }

    internal void WriteAll(ReadOnlySpan<char> text)
    {
        Reserve(ref _reply, _replyLength + text.Length);
        text.CopyTo(_reply.AsSpan(_replyLength));
        _replyLength += text.Length;
    }

    /// <summary>Ends a reply: nothing blank at its end.</summary>
    internal void TrimEnd()
    {
        if (_replyLength > 0 && EndsInBlank) _replyLength--;
    }

    /// <summary>Puts the first letter of the reply into upper case, unless a digit comes before it.</summary>
    internal void Capitalise()
    {
        for (var index = 0; index < _replyLength;)
        {
            _ = Rune.DecodeFromUtf16(_reply.AsSpan(index, _replyLength - index), out var character, out var length);
            if (Rune.IsLetter(character)) new Rune(Letters.ToUpper(character.Value)).EncodeToUtf16(_reply.AsSpan(index));
            if (Rune.IsLetterOrDigit(character)) return;
            index += length;
        }
    }

    private bool EndsInBlank => _replyLength == 0 || _reply[_replyLength - 1] == ' ';

    private void WriteBlank()
    {
        if (EndsInBlank) return;
        Reserve(ref _reply, _replyLength + 1);
        _reply[_replyLength++] = ' ';
    }

    private static void Reserve(ref char[] buffer, int length)
    {
        if (length > buffer.Length) Array.Resize(ref buffer, Math.Max(length, 2 * buffer.Length));
    }

    private readonly record struct Word(int Start, int Length);
}
