using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>The structure of a script: its outline, the lines that can be folded, and the numbers of components.</summary>
internal static class Outline
{
    private const int ClassKind = 5;
    private const int KeywordKind = 14;
    private const int DecompositionKind = 12;

    /// <summary>Classes and keywords, with their decompositions, in the order of the file.</summary>
    public static IReadOnlyList<DocumentSymbol> Symbols(ScriptView view)
    {
        List<DocumentSymbol> symbols = [.. view.Syntax.Classes.Select(one => new DocumentSymbol("@" + one.Name.Text, string.Join(" ", one.Members.Select(member => member.Text)), ClassKind, view.Range(one.Name.Place), view.Range(one.Name.Place), null))];
        foreach (var keyword in view.Syntax.Keywords)
        {
            var children = keyword.Decompositions.Where(one => view.Start(one.Place) >= view.Start(keyword.Word.Place)).DistinctBy(one => one.Place).Select(one =>
                new DocumentSymbol(Shown(view, one.Place), null, DecompositionKind, Joined(view, one.Place, LastOf(one)), view.Range(one.Place), null)).ToList();
            var last = keyword.Decompositions.Select(LastOf).Append(keyword.Link?.Place ?? keyword.Word.Place).MaxBy(view.End);
            symbols.Add(new(keyword.Word.Text, FormattableString.Invariant($"rank {keyword.Rank}"), KeywordKind, Joined(view, keyword.Word.Place, last), view.Range(keyword.Word.Place), children));
        }
        return [.. symbols.OrderBy(one => one.Range.Start.Line).ThenBy(one => one.Range.Start.Character)];
    }

    /// <summary>Rules of more than one line, which can be folded.</summary>
    public static IReadOnlyList<FoldingRange> Folds(ScriptView view) =>
        [.. Symbols(view).SelectMany(one => (one.Children ?? []).Prepend(one)).Where(one => one.Range.End.Line > one.Range.Start.Line)
            .Select(one => new FoldingRange(one.Range.Start.Line, one.Range.End.Line)).Distinct()];

    /// <summary>The number of each component. The editor shows it before the component.</summary>
    public static IReadOnlyList<InlayHint> Hints(ScriptView view, TextRange range)
    {
        var (start, end) = (view.Lines.Offset(range.Start), view.Lines.Offset(range.End));
        return
        [
            .. view.Patterns.DistinctBy(one => one.Place)
                .Where(one => view.End(one.Place) >= start && view.Start(one.Place) <= end)
                .SelectMany(one => one.Pattern.Zip(Generator.Emit.English.Describe(view.Syntax.Language, one.Pattern)))
                .Where(pair => pair.Second.Component.Length > 0)
                .Select(pair => new InlayHint(view.Range(pair.First.Place).Start, pair.Second.Component)),
        ];
    }

    private static Place LastOf(DecompositionSyntax decomposition) => decomposition.Reassemblies is { Count: > 0 } all ? all[^1].Place : decomposition.Place;

    private static TextRange Joined(ScriptView view, Place first, Place last) => view.Lines.Range(view.Start(first), Math.Max(view.End(first), view.End(last)));

    private static string Shown(ScriptView view, Place place) => view.Text[view.Start(place)..view.End(place)] is { Length: > 0 } text ? text : "…";
}
