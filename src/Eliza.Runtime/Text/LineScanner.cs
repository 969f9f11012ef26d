namespace Eliza.Runtime.Text;

/// <summary>Divides a text of the line language into words and clause ends. This is the only definition of a word, for users' lines and for scripts.</summary>
internal ref struct LineScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private bool _isBehindWord;

    /// <summary>The start of the word or clause end.</summary>
    public int Start { get; private set; }

    /// <summary>The position after the word or clause end.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is a clause end.</summary>
    public bool IsStop { get; private set; }

    /// <summary>Whether the word may have characters that are not in normal form C.</summary>
    public bool IsToCompose { get; private set; }

    /// <summary>Moves to the next word or clause end; false if there is none.</summary>
    public bool TryRead()
    {
        while (_position < _text.Length)
        {
            Start = _position;
            var now = Read(ref _position);
            if (LineText.IsOfWords(now))
            {
                ReadWord(now);
                return true;
            }

            if (now is LineClass.Stop or LineClass.Point || (now == LineClass.Hyphen && EndsClause()))
            {
                End = _position;
                IsStop = true;
                _isBehindWord = false;
                return true;
            }

            if (now != LineClass.Invisible) _isBehindWord = false;
        }

        return false;
    }

    private void ReadWord(LineClass last)
    {
        IsStop = false;
        IsToCompose = last == LineClass.LetterToCompose;
        End = _position;
        while (_position < _text.Length)
        {
            var next = _position;
            var now = Read(ref next);
            if (now != LineClass.Invisible && !GoesOn(last, now, next)) break;

            _position = next;
            if (now == LineClass.Invisible) continue;
            End = next;
            last = now;
            IsToCompose |= now is LineClass.Mark or LineClass.LetterToCompose;
        }

        _isBehindWord = true;
    }

    private readonly bool GoesOn(LineClass last, LineClass now, int next) => now switch
    {
        LineClass.Mark => true,
        LineClass.Apostrophe or LineClass.Hyphen => LineText.IsOfWords(Peek(next)),
        LineClass.Point => last == LineClass.Digit && Peek(next) == LineClass.Digit,
        _ => LineText.IsOfWords(now),
    };

    /// <summary>Whether a hyphen outside of a word ends a clause: it does if it is alone or several come together. All of them are then read.</summary>
    private bool EndsClause()
    {
        var isOne = true;
        for (var next = _position; next < _text.Length;)
        {
            var now = Read(ref next);
            if (now != LineClass.Hyphen && now != LineClass.Invisible) break;
            _position = next;
            isOne &= now == LineClass.Invisible;
        }

        return !isOne || !(_isBehindWord || LineText.IsOfWords(Peek(_position)));
    }

    /// <summary>The class of the first character after a position that is not ignored.</summary>
    private readonly LineClass Peek(int position)
    {
        while (position < _text.Length)
        {
            if (Read(ref position) is var next && next != LineClass.Invisible) return next;
        }

        return LineClass.Blank;
    }

    private readonly LineClass Read(ref int position) => LineText.ClassOf(Utf16.Read(_text, ref position));
}
