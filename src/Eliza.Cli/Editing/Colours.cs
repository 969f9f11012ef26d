using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;

namespace Eliza.Cli.Editing;

/// <summary>Tells an editor the kind of each word of a script. The editor gives each kind a colour.</summary>
internal static class Colours
{
    private const int Comment = 0;
    private const int Tag = 1;
    private const int Keyword = 2;
    private const int Class = 3;
    private const int Component = 4;
    private const int Run = 5;

    /// <summary>The kinds, by their names in the protocol.</summary>
    public static readonly string[] Kinds = ["comment", "keyword", "function", "type", "parameter", "operator"];

    /// <summary>The coloured words of a script, in the form of the protocol.</summary>
    public static SemanticTokens Of(ScriptView view)
    {
        List<int> data = [];
        var (before, line, character) = (0, 0, 0);
        foreach (var (start, end, kind) in Stretches(view).Where(one => one.End > one.Start).OrderBy(one => one.Start).ThenBy(one => one.End))
        {
            if (start < before)
                continue;
            var at = view.Lines.At(start);
            data.AddRange([at.Line - line, at.Line == line ? at.Character - character : at.Character, Math.Min(end, view.Lines.End(at.Line)) - start, kind, 0]);
            (before, line, character) = (end, at.Line, at.Character);
        }
        return new(data);
    }

    private static IEnumerable<(int Start, int End, int Kind)> Stretches(ScriptView view)
    {
        for (var number = 0; number < view.Script.LineCount && !view.IsList; number++)
        {
            var (start, end) = view.Script.Line(number);
            while (start < end && LineTag.IsNothing(view.Text[start]))
                start++;
            if (start < end && view.Text[start] == '#')
                yield return (start, start + view.Text[start..end].TrimEnd().Length, Comment);
            else if (view.Tag(number) is { } tag)
                yield return (start, view.End(tag), Tag);
        }
        foreach (var mention in Naming.Mentions(view).Where(one => one.Name != Remembering.Name).DistinctBy(one => one.Place))
            yield return (view.Start(mention.Place), view.End(mention.Place), mention.Name.StartsWith('@') ? Class : Keyword);
        foreach (var (pattern, _, parts) in view.Patterns)
        {
            foreach (var run in pattern.Where(element => element is AnyWordsSyntax or ExactWordsSyntax))
                yield return (view.Start(run.Place), view.End(run.Place), Run);
            foreach (var part in parts.OfType<ComponentPartSyntax>())
                yield return (view.Start(part.Place), view.End(part.Place), Component);
        }
    }
}
