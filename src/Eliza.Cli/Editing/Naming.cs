using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>The names in a script, with the places where each is declared and used.</summary>
internal static class Naming
{
    /// <summary>One occurrence of a name, without the mark before it.</summary>
    /// <param name="Name">A keyword, or <c>@</c> and the name of a class or tag.</param>
    /// <param name="Place">Where the name is.</param>
    /// <param name="IsDeclaration">Whether the name is declared there.</param>
    /// <param name="IsSpelled">Whether the script has this very name there; false if it has another member of the class.</param>
    public sealed record Mention(string Name, Place Place, bool IsDeclaration, bool IsSpelled = true);

    /// <summary>All names of a script.</summary>
    public static IEnumerable<Mention> Mentions(ScriptView view)
    {
        var (script, names) = (view.Syntax, view.Names);
        foreach (var declared in script.Classes)
            yield return new("@" + names.Fold(declared.Name.Text), declared.Name.Place, IsDeclaration: true);
        foreach (var keyword in script.Keywords)
        {
            if (keyword.Class is { } named)
                yield return Class(view, named, isDeclaration: false);
            else
                yield return new(names.Fold(keyword.Word.Text), keyword.Word.Place, IsDeclaration: true);
            foreach (var tag in keyword.Tags)
                yield return Class(view, tag, isDeclaration: true);
            if (keyword.Substitute is { } substitute && names.Keyword(substitute.Text) is not null)
                yield return new(names.Fold(substitute.Text), substitute.Place, IsDeclaration: false);
            foreach (var target in keyword.Decompositions.SelectMany(one => one.Reassemblies).Select(TargetOf).Append(keyword.Link).OfType<Token>())
                yield return Goto(view, target);
            var words = names.WordsOf(keyword);
            foreach (var element in keyword.Decompositions.SelectMany(one => one.Pattern))
            {
                foreach (var mention in InPattern(view, element, keyword.Class is null ? words : []))
                    yield return mention;
            }
        }
        foreach (var word in script.Pres.SelectMany(pre => pre.Words).Where(word => names.Keyword(word.Text) is { Class: null }))
            yield return new(names.Fold(word.Text), word.Place, IsDeclaration: false);
        foreach (var mention in Remembering.Mentions(view))
            yield return mention;
        if (script.Memory is not { } memory)
            yield break;
        yield return new(names.Fold(memory.Keyword.Text), memory.Keyword.Place, IsDeclaration: false);
        foreach (var mention in memory.Rules.SelectMany(rule => rule.Pattern).SelectMany(element => InPattern(view, element, [])))
            yield return mention;
    }

    public static Mention? At(ScriptView view, int offset) => Mentions(view).Where(mention => view.Holds(mention.Place, offset)).MinBy(mention => mention.Place.Length);

    /// <summary>All places of a name, each once, in order.</summary>
    public static IEnumerable<Mention> Of(ScriptView view, string name) =>
        Mentions(view).Where(mention => mention.Name == name).DistinctBy(mention => mention.Place).OrderBy(mention => view.Start(mention.Place));

    /// <summary>Whether a text can be a name: it is one word by the rules of the language.</summary>
    public static bool IsName(ScriptView view, string name) => view.IsList
        ? name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => character > ' ' && character is not ('(' or ')' or ';' or '=' or '\u007F' or '.' or ',' or '*' or '/'))
        : Generator.Language.Lines.LineWords.Cut(new(name), 0, name.Length) is [var word] && word.Place.Length == name.Length;

    /// <summary>The keyword that a reassembly goes to, or null.</summary>
    public static Token? TargetOf(ReassemblySyntax reassembly) => reassembly switch
    {
        GotoSyntax jump => jump.Keyword,
        PreSyntax pre => pre.Keyword,
        _ => null,
    };

    private static IEnumerable<Mention> InPattern(ScriptView view, ElementSyntax element, IReadOnlyList<string> words)
    {
        if (element is ClassReferenceSyntax reference)
        {
            foreach (var named in reference.Classes)
                yield return Class(view, named, isDeclaration: false);
        }
        else if (element is LiteralSyntax literal && words.Contains(view.Names.Fold(literal.Word)))
        {
            yield return new(view.Names.Fold(literal.Word), literal.Place, IsDeclaration: false);
        }
    }

    private static Mention Goto(ScriptView view, Token target) =>
        target.Text.StartsWith('@') ? Class(view, target with { Text = target.Text[1..] }, isDeclaration: false)
        : view.Names.Keyword(target.Text) is { Class: { } named } ? Class(view, named with { Place = target.Place }, isDeclaration: false) with { IsSpelled = view.Names.Fold(named.Text) == view.Names.Fold(target.Text) }
        : new(view.Names.Fold(target.Text), target.Place, IsDeclaration: false);

    private static Mention Class(ScriptView view, Token named, bool isDeclaration)
    {
        var start = view.Start(named.Place);
        var place = named.Place is { Length: > 1 } marked && start < view.Text.Length && view.Text[start] is '@' or '/' ? named.Place with { Column = named.Place.Column + 1, Length = named.Place.Length - 1 } : named.Place;
        var written = view.Names.Fold(named.Text);
        var name = view.Names.Class(named.Text) is { } declared ? view.Names.Fold(declared.Name.Text) : written;
        return new("@" + name, place, isDeclaration, name == written);
    }
}
