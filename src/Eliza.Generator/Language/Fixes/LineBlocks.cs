using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language.Fixes;

/// <summary>Which lines of a line script belong together.</summary>
internal static class LineBlocks
{
    /// <summary>
    /// A line with this tag and the lines that belong to it, without notes and empty lines at the end; null if the line has
    /// another tag, or if a line that does not belong to it stands among them.
    /// </summary>
    public static (int First, int Behind)? Of(ScriptText script, int line, string tag)
    {
        if (TagOf(script, line) != tag) return null;
        var lines = Under(script, line, tag);
        var behind = lines[lines.Count - 1] + 1;
        return Enumerable.Range(line, behind - line).All(one => TagOf(script, one) is null || lines.Contains(one)) ? (line, behind) : null;
    }

    /// <summary>A line and the lines that belong to it if it has this tag: those of a keyword end at the next keyword, those of a decomposition at the next of either.</summary>
    public static List<int> Under(ScriptText script, int line, string tag)
    {
        List<int> lines = [line];
        for (var next = line + 1; next < script.LineCount; next++)
        {
            var other = TagOf(script, next);
            if (other == "key" || (other == "decomp" && tag == "decomp")) break;
            if (other is "decomp" or "reasmb" or "reasm_for_memory") lines.Add(next);
        }

        return lines;
    }

    /// <summary>The tag of a line in lower case; null if it has none.</summary>
    public static string? TagOf(ScriptText script, int line)
    {
        var (start, end) = script.Line(line);
        while (start < end && LineTag.IsNothing(script.Text[start])) start++;
        return start < end && script.Text[start] == '#' ? null : LineTag.Known(script.Text, start, end);
    }
}
