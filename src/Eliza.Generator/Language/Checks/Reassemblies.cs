using System.Globalization;

namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports replies that are probably mistakes: <see cref="ScriptRules.EmptyReassembly"/>,
/// <see cref="ScriptRules.DuplicateReassembly"/>, <see cref="ScriptRules.MissingPunctuation"/>,
/// <see cref="ScriptRules.UnusedComponent"/>.
/// </summary>
internal static class Reassemblies
{
    public static void Check(CheckedScript script, Findings findings)
    {
        foreach (var decomposition in script.Syntax.Keywords.SelectMany(k => k.Decompositions))
        {
            if (findings.IsFull) return;
            List<TextSyntax> texts = [.. decomposition.Reassemblies.OfType<TextSyntax>()];
            CheckEmpty(texts, findings);
            CheckDuplicates(texts, findings);
            if (!script.IsList) CheckPunctuation(texts, findings);
            CheckComponents(script, decomposition, findings);
        }
    }

    private static void CheckEmpty(List<TextSyntax> texts, Findings findings)
    {
        foreach (var text in texts.Where(text => text.Parts.Count == 0)) findings.Add(ScriptRules.EmptyReassembly, text.Place);
    }

    private static void CheckDuplicates(List<TextSyntax> texts, Findings findings)
    {
        Dictionary<string, TextSyntax> said = [];
        foreach (var text in texts.Where(text => text.Parts.Count > 0))
        {
            var wording = string.Join("\n", text.Parts.Select(Wording));
            if (said.TryGetValue(wording, out var first)) findings.Add(ScriptRules.DuplicateReassembly, text.Place, first.Place.LineNumber);
            else said.Add(wording, text);
        }
    }

    private static string Wording(PartSyntax part) => part is ComponentPartSyntax component
        ? component.Element.ToString(CultureInfo.InvariantCulture)
        : $"'{((LiteralPartSyntax)part).Text}'";

    private static void CheckPunctuation(List<TextSyntax> texts, Findings findings)
    {
        var punctuated = texts.Count(EndsInPunctuation);
        foreach (var text in texts.Where(text => text.Parts is [.., ComponentPartSyntax]))
        {
            // A text that ends in a component counts as a text without punctuation.
            if (punctuated * 2 >= texts.Count) findings.Add(ScriptRules.MissingPunctuation, text.Place);
        }
    }

    private static bool EndsInPunctuation(TextSyntax text) =>
        text.Parts is [.., LiteralPartSyntax { Text: var last }]
        && last.TrimEnd(' ', '"', '\'', ')', '\u2019', '\u201D') is [.., '.' or '?' or '!' or '\u2026' or ':' or ';'];

    private static void CheckComponents(CheckedScript script, DecompositionSyntax decomposition, Findings findings)
    {
        HashSet<int> used = [.. decomposition.Reassemblies.SelectMany(Parts).OfType<ComponentPartSyntax>().Select(part => part.Element)];
        var number = 0;
        List<(string Kind, int Number, ElementSyntax Element, bool IsUsed)> sets = [];
        for (var i = 0; i < decomposition.Pattern.Count; i++)
        {
            var element = decomposition.Pattern[i];
            if (script.IsList || element is not LiteralSyntax) number++;
            if (Kind(script, element) is { } kind) sets.Add((kind, number, element, used.Contains(i)));
        }

        foreach (var unused in sets.Where(set => !set.IsUsed))
        {
            var like = sets.Find(set => set.IsUsed && set.Kind == unused.Kind);
            if (like.IsUsed) findings.Add(ScriptRules.UnusedComponent, unused.Element.Place, Counted(unused.Number), Counted(like.Number));
        }
    }

    /// <summary>The words of a class or set, to compare elements; null for others. Authors often ignore a run of words on purpose.</summary>
    private static string? Kind(CheckedScript script, ElementSyntax element) => element switch
    {
        ClassReferenceSyntax { Classes: var classes } => "/" + string.Join(" ", classes.Select(c => script.Fold(c.Text))),
        AlternativesSyntax { Words: var words } => "*" + string.Join(" ", words.Select(w => script.Fold(w.Text))),
        _ => null,
    };

    private static IEnumerable<PartSyntax> Parts(ReassemblySyntax reassembly) => reassembly switch
    {
        TextSyntax text => text.Parts,
        PreSyntax pre => pre.Parts,
        _ => [],
    };

    private static string Counted(int number) => number.ToString(CultureInfo.InvariantCulture);
}
