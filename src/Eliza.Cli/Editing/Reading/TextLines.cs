using Eliza.Cli.Editing.Protocol;

namespace Eliza.Cli.Editing.Reading;

/// <summary>The lines of a document by the rules of the protocol: they end with LF, CR LF or CR. Scripts have further line ends.</summary>
internal sealed class TextLines
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public TextLines(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The number of lines. The last one may be empty.</summary>
    public int Count => _starts.Count;

    /// <summary>The offset at which a line begins.</summary>
    public int Start(int line) => _starts[line];

    /// <summary>The offset at which a line ends, before the characters that end it.</summary>
    public int End(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r')
            end--;
        return end;
    }

    /// <summary>The line and character of an offset.</summary>
    public Position At(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return new(line, offset - _starts[line]);
    }

    /// <summary>The range between two offsets.</summary>
    public TextRange Range(int start, int end) => new(At(start), At(end));

    /// <summary>The offset of a position. If the document has no such position, the nearest one counts.</summary>
    public int Offset(Position position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= _starts.Count)
            return _text.Length;
        return (int)Math.Clamp(_starts[position.Line] + (long)position.Character, _starts[position.Line], End(position.Line));
    }

    /// <summary>The text after a range is replaced.</summary>
    public static string Replace(string text, TextRange range, string by)
    {
        var lines = new TextLines(text);
        var (one, other) = (lines.Offset(range.Start), lines.Offset(range.End));
        var (start, end) = (Math.Min(one, other), Math.Max(one, other));
        return string.Concat(text.AsSpan(0, start), by, text.AsSpan(end));
    }
}
