using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// One line of the user while its reply is made: the words of the current clause, and the reply. A conversation uses one
/// turn for all its lines, so that answering allocates nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Turn
{
    /// <summary>The number of characters that one instruction copies.</summary>
    private const int Stroke = 8;

    private Word[] _texts = new Word[16];
    private int[] _words = new int[16];
    private int _count;

    private Word[] _spareTexts = [];
    private int[] _spareWords = [];
    private int _spareCount;

    private char[] _text = new char[128];
    private int _textLength;
    private int _lineEnd;
    private char[] _folded = [];
    private ulong[] _separators = [];

    private char[] _reply = new char[128];
    private int _replyLength;
    private int _maximumReply;
    private bool _isReplyCut;
    private Budget _budget;

    internal Turn(int maximumCuts) => Cuts = new int[maximumCuts];

    /// <summary>The numbers of the clause's words.</summary>
    public ReadOnlySpan<int> Words => new(_words, 0, _count);

    /// <summary>The cuts of the matching decomposition: for each run of words but the last, the index of the word after it.</summary>
    public int[] Cuts { get; }

    internal Keystack Keystack { get; } = new();

    internal Candidates Candidates { get; } = new();

    internal MatchCache Matches { get; } = new();

    /// <summary>The remaining budget of the line.</summary>
    internal ref Budget Budget => ref _budget;

    internal ReadOnlySpan<char> Reply => new(_reply, 0, _replyLength);

    // ---- The clause -----------------------------------------------------------------------------------------

    /// <summary>Adds a word of the script to the clause, unless the line has cost too much.</summary>
    /// <param name="word">Its number.</param>
    /// <param name="spelling">Its form in a reply.</param>
    public void Add(int word, string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        if (!_budget.TryAdd(spelling.Length)) return;
        Reserve(ref _text, _textLength + spelling.Length);
        spelling.CopyTo(_text.AsSpan(_textLength));
        Add(word, new Word(_textLength, spelling.Length));
        _textLength += spelling.Length;
    }

    /// <summary>Sets the budget of the next line.</summary>
    /// <param name="length">The number of its characters.</param>
    /// <param name="budget">Its budget.</param>
    internal void Allow(int length, in Budget budget)
    {
        _budget = budget;
        _maximumReply = Budget.CharactersFor(length);
    }

    /// <summary>Begins a new line.</summary>
    /// <param name="length">The most characters that <see cref="Line"/> will have.</param>
    internal void Begin(int length)
    {
        Reserve(ref _text, length + LineFolding.Slack);
        if (LineFolding.Blocks(length) > _separators.Length) _separators = new ulong[LineFolding.Blocks(length)];
        _textLength = _lineEnd = length + LineFolding.Slack;
        BeginsLine = true;
        ClearClause();
        ClearReply();
    }

    /// <summary>Writes the first word of the clause in small letters if it begins the line and has no other capital.</summary>
    internal void ShowSmall()
    {
        var (start, length) = _texts[0];
        if (start >= _lineEnd) return; // a word of the script

        var word = _text.AsSpan(start, length);
        var position = 0;
        var first = Utf16.Read(word, ref position);
        if (!Letters.IsCapital(first)) return;

        var hasSmall = false;
        while (position < length)
        {
            var letter = Utf16.Read(word, ref position);
            if (Letters.IsCapital(letter)) return;
            hasSmall |= Letters.ToTitle(letter) != letter;
        }

        if (hasSmall) Utf16.Write(Letters.Fold(first), word);
    }

    /// <summary>Whether no clause of the line has been read.</summary>
    internal bool BeginsLine { get; set; }

    /// <summary>The line in the form for replies.</summary>
    internal Span<char> Line => _text;

    /// <summary>The bits that mark where the line is divided.</summary>
    internal Span<ulong> Separators => _separators;

    /// <summary>Room for a line of this length in the form for comparisons, if that is another form.</summary>
    internal Span<char> Folded(int length)
    {
        Reserve(ref _folded, length + LineFolding.Slack);
        return _folded;
    }

    internal void ClearClause()
    {
        _count = 0;
        Matches.Forget();
    }

    /// <summary>Adds a word that is in <see cref="Line"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddRead(int word, int start, int length) => Add(word, new Word(start, length));

    /// <summary>A word of the clause in its form for replies.</summary>
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

    /// <summary>Begins a new list of words, made of the script's words and components of the current list.</summary>
    internal void BeginRewrite()
    {
        if (_spareWords.Length < _words.Length)
        {
            _spareWords = new int[_words.Length];
            _spareTexts = new Word[_words.Length];
        }

        (_words, _spareWords) = (_spareWords, _words);
        (_texts, _spareTexts) = (_spareTexts, _texts);
        (_count, _spareCount) = (0, _count);
        Matches.Forget();
    }

    /// <summary>The numbers of the words that are being replaced.</summary>
    public ReadOnlySpan<int> Replaced => new(_spareWords, 0, _spareCount);

    /// <summary>Adds some of the replaced words, unless the line has cost too much.</summary>
    public void AddComponent(int from, int to)
    {
        for (; from < to && _budget.TryRepeat(_count); from++) Add(_spareWords[from], _spareTexts[from]);
    }

    // ---- The reply ------------------------------------------------------------------------------------------

    internal void ClearReply()
    {
        _replyLength = 0;
        _isReplyCut = false;
    }

    /// <summary>Whether the reply has more characters than the limit for this line.</summary>
    internal bool IsReplyTooLong => _isReplyCut || _replyLength > _maximumReply;

    /// <summary>Whether no reply can become too long.</summary>
    /// <param name="growth">The most characters of a reply for each character of the clause and one more.</param>
    internal bool IsReplyBelow(int growth) => (long)growth * (_textLength + 1) <= _maximumReply;

    /// <summary>Writes a text. A blank at its start is left out if the reply is empty or ends in a blank.</summary>
    public void Write(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (rest is [' ', ..] && EndsInBlank) rest = rest[1..];
        WriteAll(rest);
    }

    /// <summary>Writes a text that begins with punctuation, and removes the blank before it.</summary>
    public void Punctuate(string text)
    {
        TrimEnd();
        WriteAll(text);
    }

    /// <summary>Writes words of a script, with a blank before them if the reply is not empty.</summary>
    public void Join(string words)
    {
        if (_replyLength > 0) WriteAll(" ");
        WriteAll(words);
    }

    /// <summary>Writes a component unchanged, with a blank before each word if the reply is not empty.</summary>
    public void Join(int from, int to)
    {
        for (; from < to; from++)
        {
            if (_replyLength > 0) WriteAll(" ");
            WriteWord(from);
        }
    }

    /// <summary>Writes a component unchanged.</summary>
    public void Write(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (index > from) WriteBlank();
            WriteWord(index);
        }
    }

    /// <summary>Writes a component, and replaces each word that the script reflects.</summary>
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

    /// <summary>
    /// Writes a word of the clause. One instruction copies a short word together with some characters after it, which are
    /// overwritten later. This saves a twentieth of a reply's time.
    /// </summary>
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
        if (_replyLength + text.Length > _reply.Length && !TryGrowReply(text.Length)) return;
        text.CopyTo(_reply.AsSpan(_replyLength));
        _replyLength += text.Length;
    }

    /// <summary>Removes the blanks at the end of the reply.</summary>
    internal void TrimEnd()
    {
        if (_replyLength > 0 && EndsInBlank) _replyLength--;
    }

    /// <summary>Makes the first letter of the reply a capital, unless a digit comes before it or its word has another capital.</summary>
    internal void Capitalise()
    {
        var reply = _reply.AsSpan(0, _replyLength);
        for (var position = 0; position < reply.Length;)
        {
            var start = position;
            var first = Utf16.Read(reply, ref position);
            if (!LineText.IsOfWords(LineText.ClassOf(first))) continue;

            var title = Letters.ToTitle(first);
            if (title != first && !HasCapital(reply[position..])) Utf16.Write(title, reply[start..]);
            return;
        }
    }

    /// <summary>Whether the rest of a word has a capital.</summary>
    private static bool HasCapital(ReadOnlySpan<char> rest)
    {
        for (var position = 0; position < rest.Length;)
        {
            var letter = Utf16.Read(rest, ref position);
            if (LineText.ClassOf(letter) is LineClass.Blank or LineClass.Stop or LineClass.Point) return false;
            if (Letters.IsCapital(letter)) return true;
        }

        return false;
    }

    private bool EndsInBlank => _replyLength == 0 || _reply[_replyLength - 1] == ' ';

    private void WriteBlank()
    {
        if (EndsInBlank) return;
        if (_replyLength == _reply.Length && !TryGrowReply(1)) return;
        _reply[_replyLength++] = ' ';
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryGrowReply(int length)
    {
        if (_replyLength + length > _maximumReply) _isReplyCut = true;
        else Reserve(ref _reply, _replyLength + length);
        return !_isReplyCut;
    }

    private static void Reserve(ref char[] buffer, int length)
    {
        if (length > buffer.Length) Array.Resize(ref buffer, Math.Max(length, 2 * buffer.Length));
    }

    private readonly record struct Word(int Start, int Length);
}
