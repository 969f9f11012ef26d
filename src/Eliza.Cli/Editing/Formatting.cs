using System.Text;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;
using Eliza.Generator.Language.Lists;

namespace Eliza.Cli.Editing;

/// <summary>Indents lines and shortens blanks where the meaning stays the same. It never joins or splits lines, and it never changes notes.</summary>
internal static class Formatting
{
    /// <summary>The characters that are blanks in the list language.</summary>
    private static readonly char[] Blanks = [.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code), '\u007F'];

    /// <summary>The edits for the lines in a range, or for all lines.</summary>
    public static IReadOnlyList<TextEdit> Edits(ScriptView view, TextRange? range, FormattingOptions? options)
    {
        var (from, to) = range is null ? (0, view.Text.Length) : (view.Lines.Offset(range.Start), view.Lines.Offset(range.End));
        var step = (options ?? new()).Step();
        return
        [
            .. (view.IsList ? OfLists(view, step) : OfLines(view, step))
                .Where(line => line.Start <= to && line.End >= from && !view.Text.AsSpan(line.Start, line.End - line.Start).SequenceEqual(line.Text))
                .Select(line => new TextEdit(view.Lines.Range(line.Start, line.End), line.Text)),
        ];
    }

    /// <summary>The edits after a line end or a colon was typed: they format that line and indent the new one.</summary>
    public static IReadOnlyList<TextEdit> OnType(ScriptView view, OnTypeFormattingParams typed)
    {
        if (view.IsList)
            return [];
        var offset = view.Lines.Offset(typed.Position);
        var at = view.Lines.At(offset).Line;
        var line = typed.Ch == "\n" ? at - 1 : at;
        if (line < 0)
            return [];
        List<TextEdit> edits = [.. Edits(view, view.Lines.Range(view.Lines.Start(line), view.Lines.End(line)), typed.Options).Where(edit => edit.Range.Start.Line == line)];
        var (start, end) = (view.Lines.Start(at), view.Lines.End(at));
        if (typed.Ch == "\n" && string.IsNullOrWhiteSpace(view.Text[start..end]) && Tag(view.Text[view.Lines.Start(line)..view.Lines.End(line)]) is { } above)
        {
            var step = (typed.Options ?? new()).Step();
            var indentation = above == "key" ? step : above is "decomp" or "reasmb" or "reasm_for_memory" ? step + step : "";
            if (view.Text[start..end] != indentation)
                edits.Add(new(view.Lines.Range(start, end), indentation));
        }
        return edits;
    }

    private static IEnumerable<(int Start, int End, string Text)> OfLines(ScriptView view, string step)
    {
        for (var number = 0; number < view.Script.LineCount; number++)
        {
            var (start, end) = view.Script.Line(number);
            while (end > start && view.Text[end - 1] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
                end--;
            yield return (start, end, Line(view.Text[start..end], step));
        }
    }

    private static string Line(string line, string step)
    {
        if (Tag(line) is not { } tag)
            return line.TrimEnd();
        var value = Folded(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var indentation = tag switch { "decomp" => step, "reasmb" or "reasm_for_memory" => step + step, _ => "" };
        return $"{indentation}{tag}:{(value.Length > 0 ? " " : "")}{value}";
    }

    /// <summary>The tag of a line, if it has a valid one.</summary>
    private static string? Tag(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || line.TrimStart().StartsWith('#') ? null : LineTag.Of(line[..colon]);
    }

    private static string Folded(string value)
    {
        var folded = new StringBuilder();
        foreach (var character in value.Trim())
        {
            if (!char.IsWhiteSpace(character))
                folded.Append(character);
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString();
    }

    /// <summary>Indents each line by the number of lists around it. If parentheses are unbalanced, that number is unknown and no line is changed.</summary>
    private static IEnumerable<(int Start, int End, string Text)> OfLists(ScriptView view, string step)
    {
        if (view.Findings.Any(finding => finding.Rule == ScriptRules.UnbalancedList))
            yield break;
        var tokens = ListToken.Cut(view.Text);
        var (next, depth) = (0, 0);
        for (var number = 0; number < view.Lines.Count; number++)
        {
            var (start, end) = (view.Lines.Start(number), view.Lines.End(number));
            var text = view.Text[start..end].Trim(Blanks);
            var outer = text.StartsWith(')') ? 1 : 0;
            yield return (start, end, text.Length == 0 ? "" : string.Concat(Enumerable.Repeat(step, Math.Max(0, depth - outer))) + text);
            for (; next < tokens.Count && tokens[next].Start < end; next++)
                depth += tokens[next].Kind switch { ListTokenKind.Open => 1, ListTokenKind.Close => -1, _ => 0 };
        }
    }
}
