namespace Eliza.Engine.Tests.Docs;

/// <summary>
/// The examples of a page. A fenced block <c>eliza</c> is a script. A block <c>eliza more</c> adds to the script before it, and a block
/// <c>eliza instead</c> replaces keywords in it. A block <c>talk</c> is a conversation with it.
/// </summary>
internal static class Examples
{
    private const string Fence = "```";

    /// <summary>Lines that every script needs. An example leaves them out.</summary>
    private const string UsualLines = "initial: Hello.\nkey: xnone\n  decomp: *\n    reasmb: Go on.";

    /// <summary>The conversations of a page, each with its script.</summary>
    public static IEnumerable<(int Line, string Script, IReadOnlyList<(string Line, string Reply)> Talk)> Conversations(IReadOnlyList<string> page)
    {
        var script = "";
        foreach (var (number, info, lines) in Blocks(page))
        {
            switch (info)
            {
                case "eliza":
                    script = string.Join('\n', lines);
                    if (script[0] != '(') script = Merge(Sections(UsualLines.Split('\n')), Sections(lines));
                    yield return (number, script, []);
                    break;
                case "eliza more" or "eliza instead":
                    script = Merge(Sections(script.Split('\n')), Sections(lines));
                    yield return (number, script, []);
                    break;
                case "talk":
                    yield return (number, script, [.. lines.Chunk(2).Select(pair => (pair[0][2..], pair[1]))]);
                    break;
                default:
                    throw new InvalidOperationException($"Line {number}: nobody knows what a block marked '{info}' is.");
            }
        }
    }

    private static IEnumerable<(int Number, string Info, List<string> Lines)> Blocks(IReadOnlyList<string> page)
    {
        for (var number = 0; number < page.Count; number++)
        {
            if (!page[number].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var lines = page.Skip(number + 1).TakeWhile(line => line != Fence).ToList();
            yield return (number + 1, page[number][Fence.Length..], lines);
            number += lines.Count + 1;
        }
    }

    /// <summary>A script divided by keywords. Each line outside of them has a name of its own.</summary>
    private static List<(string Name, string Text)> Sections(IEnumerable<string> lines)
    {
        var sections = new List<(string Name, string Text)>();
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            if (line[0] == ' ') sections[^1] = (sections[^1].Name, sections[^1].Text + '\n' + line);
            else sections.Add((line.StartsWith("key:", StringComparison.Ordinal) ? line.Split(' ')[1] : line.StartsWith("initial:", StringComparison.Ordinal) ? "initial" : line, line));
        }

        return sections;
    }

    private static string Merge(List<(string Name, string Text)> old, List<(string Name, string Text)> more) =>
        string.Join('\n', old.Where(section => more.All(newer => newer.Name != section.Name)).Concat(more).Select(section => section.Text));
}
