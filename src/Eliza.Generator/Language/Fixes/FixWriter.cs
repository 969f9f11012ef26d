using Eliza.Generator.Language.Checks;

namespace Eliza.Generator.Language.Fixes;

/// <summary>The common part of the fixes for both languages.</summary>
internal abstract class FixWriter(ScriptSyntax syntax, ScriptText script)
{
    /// <summary>The most choices for one finding.</summary>
    protected const int MostChoices = 4;

    private readonly Lazy<WordSets> sets = new(() => new(new CheckedScript(syntax, script)));

    protected ScriptSyntax Syntax => syntax;

    protected ScriptText Script => script;

    protected ScriptNames Names { get; } = new(syntax);

    protected int Start(Place place) => script.Line(place.Line).Start + place.Column;

    protected int End(Place place) => Start(place) + place.Length;

    /// <summary>Writes a text between two positions.</summary>
    protected Replacement Write(int start, int end, string text)
    {
        var place = script.Place(start, 0);
        return new(place with { Length = end - start }, text);
    }

    protected Replacement Insert(int at, string text) => Write(at, at, text);

    protected Fix Write(Place place, string text) => Offer($"Write '{text}' for '{script.At(place)}'", new Replacement(place, text));

    /// <summary>Removes a word and the white space before it.</summary>
    protected Fix RemoveWord(Place place) => Offer($"Remove '{script.At(place)}'", RemoveWithBlanks(Start(place), End(place)));

    protected Replacement RemoveWithBlanks(int start, int end)
    {
        var from = start;
        while (from > 0 && script.Text[from - 1] is ' ' or '\t') from--;
        return Write(from, end, "");
    }

    /// <summary>Removes whole lines.</summary>
    protected Replacement RemoveLines(int first, int behind) => Write(script.Line(first).Start, script.Line(behind - 1).End, "");

    /// <summary>Adds lines at the end of the script, below an empty line.</summary>
    protected Replacement Append(string lines)
    {
        var text = script.Text;
        return Insert(text.Length, text.Length == 0 ? lines : text.EndsWith("\n", StringComparison.Ordinal) ? "\n" + lines : "\n\n" + lines);
    }

    protected static Fix Offer(string title, params Replacement[] replacements) =>
        new(title, replacements.OrderBy(one => one.Place.Line).ThenBy(one => one.Place.Column).ToEquatableArray());

    protected KeywordSyntax? KeywordAt(Place place) => syntax.Keywords.FirstOrDefault(keyword => keyword.Word.Place == place);

    /// <summary>The keyword and the decomposition whose pattern contains a place.</summary>
    protected (KeywordSyntax Keyword, DecompositionSyntax Decomposition)? DecompositionAt(Place place) =>
        syntax.Keywords.SelectMany(keyword => keyword.Decompositions.Where(one => one.Place.Line == place.Line && Start(one.Place) <= Start(place) && End(place) <= End(one.Place)).Select(one => ((KeywordSyntax, DecompositionSyntax)?)(keyword, one)))
            .FirstOrDefault();

    /// <summary>Whether a rule goes to a keyword, or MEMORY names it.</summary>
    protected bool IsNeeded(KeywordSyntax keyword) =>
        syntax.Keywords.SelectMany(from => from.Decompositions.SelectMany(one => one.Reassemblies).Select(one => one.Target()).Append(from.Link))
            .Append(syntax.Memory?.Keyword)
            .Any(target => target is not null && ReferenceEquals(Names.Keyword(target.Text), keyword))
        || Names.Fold(keyword.Word.Text) == ScriptNames.FallbackWord(syntax.Language);

    /// <summary>Whether a keyword can still answer without one of its decompositions.</summary>
    protected static bool CanSpareOne(KeywordSyntax keyword) => keyword.Link is not null || keyword.Decompositions.Select(one => one.Place).Distinct().Count() > 1;

    /// <summary>
    /// The decomposition that covers another one, if the other can be moved before it: after that the other must not be covered, and it
    /// must not cover a decomposition that it passes.
    /// </summary>
    protected DecompositionSyntax? CoveringThatCanBePassed(ScriptDiagnostic finding, KeywordSyntax keyword, DecompositionSyntax covered)
    {
        var all = keyword.Decompositions.ToList();
        var to = all.FindIndex(one => finding.Arguments[0].EndsWith(" " + one.Place.LineNumber, StringComparison.Ordinal));
        var from = all.FindIndex(one => ReferenceEquals(one, covered));
        if (to < 0 || to >= from || Pattern(covered) is not { } pattern) return null;
        var others = all.Take(from).Select(one => (one.IsMemory, Pattern: Pattern(one))).ToList();
        if (others.Take(to).Any(one => !one.IsMemory && one.Pattern is not null && pattern.IsCoveredBy([one.Pattern]))) return null;
        return others.Skip(to).Any(one => one.Pattern?.IsCoveredBy([pattern]) == true) ? null : all[to];

        WordPattern? Pattern(DecompositionSyntax one) => one.Pattern.Any(element => sets.Value.Of(element) is { Count: 0 }) ? null : WordPattern.Of(one.Pattern, sets.Value);
    }
}
