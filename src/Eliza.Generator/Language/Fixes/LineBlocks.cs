using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language.Fixes;

/// <summary>Which lines of a line script belong together.</summary>
internal static class LineBlocks
{
    /// <summary>A line with this tag and the lines that belong to it, without notes and empty lines at the end; null if the line has another tag.</summary>
    public static (int First, int Behind)? Of(ScriptText script, int line, string tag) =>
        TagOf(script, line) == tag ? (line, Behind(script, line, other => other is "reasmb" or "reasm_for_memory" || (tag == "key" && other == "decomp"))) : null;

    /// <summary>The line after the last of the following lines whose tags belong to a line.</summary>
    public static int Behind(ScriptText script, int line, Func<string, bool> belongs)
    {
        var behind = line + 1;
        for (var next = behind; next < script.LineCount; next++)
        {
            if (TagOf(script, next) is not { } tag) continue;
            if (!belongs(tag)) break;
            behind = next + 1;
        }

        return behind;
    }

    /// <summary>The tag of a line in lower case; null if it has none.</summary>
    public static string? TagOf(ScriptText script, int line)
    {
        var (start, end) = script.Line(line);
        while (start < end && LineTag.IsNothing(script.Text[start])) start++;
        return start < end && script.Text[start] == '#' ? null : LineTag.Known(script.Text, start, end);
    }
}
