using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Cli.Editing;

/// <summary>The memories of a script: the places where they are written, and explanations of them.</summary>
internal static class Remembering
{
    /// <summary>The name of memories among the names of a script. No other name can equal it.</summary>
    public const string Name = "(memory)";

    private const string Chosen = "The last word of the clause chooses one of the four patterns, always the same for the same word.";

    /// <summary>The places that store or write memories: the marks and tags of the line language, the MEMORY rule and its keyword.</summary>
    public static IEnumerable<Naming.Mention> Mentions(ScriptView view)
    {
        if (view.Syntax.Memory is { } memory)
        {
            if (view.Names.Keyword(memory.Keyword.Text) is { } keyword)
                yield return Mention(keyword.Word.Place, isDeclaration: true);
            foreach (var place in memory.Rules.Select(rule => rule.Place).Prepend(memory.Place))
                yield return Mention(place, isDeclaration: false);
        }
        foreach (var decomposition in view.Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Where(one => one.IsMemory))
        {
            if (IsMarked(view, decomposition))
                yield return Mention(decomposition.Place with { Length = 1 }, isDeclaration: true);
            else
                foreach (var place in decomposition.Reassemblies.Select(one => view.Tag(one.Place.Line)).OfType<Place>())
                    yield return Mention(place, isDeclaration: true);
        }
    }

    /// <summary>Explains the memory at an offset; null if there is none.</summary>
    public static (Place Place, string Told)? At(ScriptView view, int offset)
    {
        if (view.Syntax.Memory is { } memory)
        {
            if (view.Holds(memory.Place, offset))
                return (memory.Place, $"Stores memories of clauses with `{memory.Keyword.Text}`. {Chosen}\n\n{Recalled(view)}");
            return memory.Rules.FirstOrDefault(rule => view.Holds(rule.Place, offset)) is { } rule ? (rule.Place, Told(view, memory, rule)) : null;
        }
        foreach (var keyword in view.Syntax.Keywords)
        {
            foreach (var decomposition in keyword.Decompositions.Where(one => one.IsMemory))
            {
                IEnumerable<Place?> places = decomposition.Reassemblies.SelectMany<ReassemblySyntax, Place?>(one => [view.Tag(one.Place.Line), one.Place]);
                if (IsMarked(view, decomposition))
                    places = places.Prepend(decomposition.Place);
                if (places.FirstOrDefault(place => place is { } here && view.Holds(here, offset)) is { } at)
                    return (at, Told(view, keyword, decomposition));
            }
        }
        return null;
    }

    /// <summary>Says in which lines a keyword stores memories; empty if it stores none.</summary>
    public static string Of(ScriptView view, KeywordSyntax keyword)
    {
        var lines = view.Syntax.Memory is { } memory
            ? ReferenceEquals(view.Names.Keyword(memory.Keyword.Text), keyword) ? [memory.Place.LineNumber] : []
            : keyword.Decompositions.Where(one => one.IsMemory && one.Reassemblies.Count > 0).Select(one => IsMarked(view, one) ? one.Place : one.Reassemblies[0].Place).Select(place => place.LineNumber).ToList();
        return lines.Count == 0 ? "" : $"It stores memories: line {string.Join(", line ", lines)}.";
    }

    /// <summary>Whether a decomposition stores a memory because of its <c>$</c>, and not because of a reassembly that belongs to it.</summary>
    public static bool IsMarked(ScriptView view, DecompositionSyntax decomposition) =>
        decomposition.IsMemory && view.Start(decomposition.Place) is var start && start < view.Text.Length && view.Text[start] == '$';

    private static string Told(ScriptView view, MemorySyntax memory, MemoryRuleSyntax rule) =>
        $"Stores a memory of a clause with `{memory.Keyword.Text}`, if this pattern is chosen and the clause is:\n\n{Telling.Pattern(view, rule.Pattern)}\n\n"
        + $"{Chosen}\n\nWhat is stored: “{new Quotes(view.Syntax.Language).Parts(rule.Parts, rule.Pattern)}”\n\n{Recalled(view)}";

    private static string Told(ScriptView view, KeywordSyntax keyword, DecompositionSyntax decomposition)
    {
        var quotes = new Quotes(view.Syntax.Language);
        var texts = decomposition.Reassemblies.OfType<TextSyntax>().Select(text => $"“{quotes.Parts(text.Parts, decomposition.Pattern)}”").ToList();
        return $"Stores a memory of a clause with `{keyword.Word.Text}` that is:\n\n{Telling.Pattern(view, decomposition.Pattern)}\n\n"
            + $"What is stored{(texts.Count > 1 ? ", in turn" : "")}: {(texts.Count == 0 ? "nothing yet" : string.Join(", ", texts))}. Then the next decomposition is tried.\n\n{Recalled(view)}";
    }

    private static string Recalled(ScriptView view) => view.IsList
        ? "A memory is said when a line has no keyword, at every fourth reply (the third, the seventh and so on): the oldest first, each once. At other times NONE answers."
        : "A memory is said when nothing else answers, before `xnone`: the oldest first, each once. The 20 latest are kept.";

    private static Naming.Mention Mention(Place place, bool isDeclaration) => new(Name, place, isDeclaration, IsSpelled: false);
}
