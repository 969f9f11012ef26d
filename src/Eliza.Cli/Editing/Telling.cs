using System.Globalization;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Cli.Editing;

/// <summary>Explains the parts of a script.</summary>
internal static class Telling
{
    /// <summary>The explanation of what is at an offset, or null.</summary>
    public static Hover? At(ScriptView view, int offset)
    {
        foreach (var keyword in view.Syntax.Keywords)
        {
            foreach (var decomposition in keyword.Decompositions)
            {
                foreach (var reassembly in decomposition.Reassemblies)
                {
                    if (ScriptView.Parts(reassembly).OfType<ComponentPartSyntax>().FirstOrDefault(part => view.Holds(part.Place, offset)) is { } component)
                        return Said(view, component.Place, Component(view, decomposition.Pattern, component));
                    if (Naming.TargetOf(reassembly) is { } target && view.Holds(target.Place, offset) && view.Names.Keyword(target.Text) is { } led)
                        return Said(view, target.Place, "Goes to this keyword:\n\n" + Keyword(view, led));
                }
                if (Reference(view, decomposition.Pattern, offset) is { } reference)
                    return reference;
                if (!decomposition.IsMemory && view.Holds(decomposition.Place, offset))
                    return Said(view, decomposition.Place, "Matches a clause of:\n\n" + Pattern(view, decomposition.Pattern));
            }
            if (keyword.Link is { } link && view.Holds(link.Place, offset) && view.Names.Keyword(link.Text) is { } linked)
                return Said(view, link.Place, "Goes to this keyword:\n\n" + Keyword(view, linked));
            if (view.Holds(keyword.Word.Place, offset))
                return Said(view, keyword.Word.Place, Keyword(view, keyword));
        }
        foreach (var rule in view.Syntax.Memory?.Rules ?? default)
        {
            if (rule.Parts.OfType<ComponentPartSyntax>().FirstOrDefault(part => view.Holds(part.Place, offset)) is { } component)
                return Said(view, component.Place, Component(view, rule.Pattern, component));
            if (Reference(view, rule.Pattern, offset) is { } set)
                return set;
        }
        if (view.Syntax.Memory is { } memory && view.Holds(memory.Keyword.Place, offset) && view.Names.Keyword(memory.Keyword.Text) is { } remembered)
            return Said(view, memory.Keyword.Place, Keyword(view, remembered));
        if (Remembering.At(view, offset) is var (place, told))
            return Said(view, place, told);
        return view.Syntax.Classes.FirstOrDefault(declared => view.Holds(declared.Name.Place, offset)) is { } at ? Said(view, at.Name.Place, Class(view, at.Name.Text)) : null;
    }

    /// <summary>A pattern in plain English, one line for each element.</summary>
    public static string Pattern(ScriptView view, EquatableArray<ElementSyntax> pattern) =>
        string.Join("\n", Generator.Emit.English.Describe(view.Syntax.Language, pattern).Select(one => one.Component.Length > 0 ? $"- `({one.Component})` {one.Meaning}" : $"- {one.Meaning}"));

    /// <summary>The words of a class, or the words that have a tag.</summary>
    public static string Class(ScriptView view, string name)
    {
        if (view.IsList)
            return $"The tag `{name}` is borne by {Words(view.Syntax.Keywords.Where(keyword => keyword.Tags.Any(tag => tag.Text == name)).Select(keyword => keyword.Word.Text))}.";
        return view.Names.Class(name) is { } declared
            ? $"The class `@{declared.Name.Text}` has the words {Words(declared.Members.Prepend(declared.Name).Select(word => word.Text).Distinct())}."
            : $"There is no class `@{name}`.";
    }

    /// <summary>The meaning of a component of a decomposition.</summary>
    public static string Component(ScriptView view, EquatableArray<ElementSyntax> pattern, ComponentPartSyntax component)
    {
        var (number, meaning) = Generator.Emit.English.Describe(view.Syntax.Language, pattern).ElementAt(component.Element);
        return $"`({number})` is {meaning}, of the pattern `{new Quotes(view.Syntax.Language).Pattern(pattern)}`.";
    }

    private static Hover? Reference(ScriptView view, EquatableArray<ElementSyntax> pattern, int offset) =>
        pattern.OfType<ClassReferenceSyntax>().FirstOrDefault(one => view.Holds(one.Place, offset)) is { } reference
            ? Said(view, reference.Place, string.Join("\n\n", reference.Classes.Select(named => Class(view, named.Text))))
            : null;

    /// <summary>A keyword with its rank, and the keywords that are tried just before and just after it.</summary>
    private static string Keyword(ScriptView view, KeywordSyntax keyword)
    {
        if (view.Names.Fold(keyword.Word.Text) == ScriptNames.FallbackWord(view.Syntax.Language))
            return $"`{keyword.Word.Text}` answers when nothing else does.";
        var ranked = view.Syntax.Keywords.Where(one => view.Names.Fold(one.Word.Text) != ScriptNames.FallbackWord(view.Syntax.Language)).ToList();
        var before = ranked.Where(one => one.Rank > keyword.Rank).OrderBy(one => one.Rank).ToList();
        var after = ranked.Where(one => one.Rank < keyword.Rank).OrderByDescending(one => one.Rank).ToList();
        var said = $"The keyword `{keyword.Word.Text}` has rank {keyword.Rank.ToString(CultureInfo.InvariantCulture)} and {English.Count(keyword.Decompositions.Count, "decomposition")}.";
        if (before is [var next, ..])
            said += $"\n\nBefore it: {Words(before.TakeWhile(one => one.Rank == next.Rank).Select(one => one.Word.Text))} ({next.Rank.ToString(CultureInfo.InvariantCulture)}).";
        if (after is [var last, ..])
            said += $"\n\nAfter it: {Words(after.TakeWhile(one => one.Rank == last.Rank).Select(one => one.Word.Text))} ({last.Rank.ToString(CultureInfo.InvariantCulture)}).";
        return Remembering.Of(view, keyword) is { Length: > 0 } remembered ? $"{said}\n\n{remembered}" : said;
    }

    private static string Words(IEnumerable<string> words)
    {
        const int Most = 12;
        var all = words.ToList();
        return all.Count == 0 ? "no word" : string.Join(", ", all.Take(Most).Select(word => $"`{word}`")) + (all.Count > Most ? $" and {all.Count - Most} more" : "");
    }

    private static Hover Said(ScriptView view, Place place, string text) => new(new(text), view.Range(place));
}
