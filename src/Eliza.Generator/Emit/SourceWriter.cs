using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Emit;

/// <summary>Writes indented C#. The bytes are the same on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0) _text.Append(' ', 4 * _depth).Append(line);
        _text.Append('\n');
    }

    /// <summary>Adds a line without indentation, for a verbatim literal.</summary>
    public void Verbatim(string line) => _text.Append(line).Append('\n');

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines) Line(line);
    }

    /// <summary>Writes a heading between members. The next member begins with an empty line.</summary>
    public void Section(string title)
    {
        Line();
        Line($"// ---- {Comment(title)} {new string('-', Math.Max(0, 100 - title.Length))}");
    }

    /// <summary>Opens a block. Disposing it closes the block.</summary>
    public Block Open(string header, string open = "{", string close = "}")
    {
        Line(header);
        Line(open);
        _depth++;
        return new Block(this, close);
    }

    /// <summary>Indents the next lines until it is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>A text as a C# string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A text of the script for a comment: one line without the characters that XML 1.0 forbids.</summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder(text.Length);
        foreach (var character in text) comment.Append(char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' ? ' ' : character);
        return comment.ToString();
    }

    /// <summary>A text of the script for an XML comment.</summary>
    public static string Xml(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null) writer.Line(close);
        }
    }
}
