using System.Globalization;
using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>Writes rules in the form of their script, without its white space and comments, to quote them in generated code.</summary>
internal sealed class Quotes(ScriptLanguage language)
{
    public string Keyword(KeywordSyntax keyword) => language == ScriptLanguage.Line
        ? "key: " + keyword.Word.Text + Rank(keyword)
        : "(" + keyword.Word.Text + (keyword.Substitute is { } substitute ? " = " + substitute.Text : "") + Rank(keyword) + " …)";

    public string Pattern(IEnumerable<ElementSyntax> pattern) => Join(pattern.Select(Element));

    public string Reassembly(ReassemblySyntax reassembly, EquatableArray<ElementSyntax> pattern) => (language, reassembly) switch
    {
        (_, TextSyntax text) => Parts(text.Parts, pattern),
        (ScriptLanguage.Line, GotoSyntax jump) => "goto " + jump.Keyword.Text,
        (ScriptLanguage.Line, _) => "newkey",
        (_, GotoSyntax jump) => "=" + jump.Keyword.Text,
        (_, PreSyntax pre) => "PRE (" + Parts(pre.Parts, pattern) + ") (=" + pre.Keyword.Text + ")",
        _ => "NEWKEY",
    };

    public string Parts(EquatableArray<PartSyntax> parts, EquatableArray<ElementSyntax> pattern) => language == ScriptLanguage.Line
        ? string.Concat(parts.Select(part => part is LiteralPartSyntax text ? text.Text : "(" + Number((ComponentPartSyntax)part, pattern) + ")"))
        : Join(parts.Select(part => part is LiteralPartSyntax text ? text.Text : Number((ComponentPartSyntax)part, pattern)));

    public string Element(ElementSyntax element) => (language, element) switch
    {
        (_, LiteralSyntax literal) => literal.Word,
        (ScriptLanguage.Line, ClassReferenceSyntax reference) => "@" + reference.Classes[0].Text,
        (ScriptLanguage.Line, _) => "*",
        (_, ExactWordsSyntax exact) => exact.Count.ToString(CultureInfo.InvariantCulture),
        (_, ClassReferenceSyntax reference) => "(/" + Join(reference.Classes.Select(name => name.Text)) + ")",
        (_, AlternativesSyntax alternatives) => "(*" + Join(alternatives.Words.Select(word => word.Text)) + ")",
        _ => "0",
    };

    /// <summary>The number of a component in the script. The line language does not count literal words.</summary>
    private string Number(ComponentPartSyntax component, EquatableArray<ElementSyntax> pattern)
    {
        var counted = pattern.Take(component.Element + 1).Count(element => language == ScriptLanguage.List || element is not LiteralSyntax);
        return counted.ToString(CultureInfo.InvariantCulture);
    }

    private static string Rank(KeywordSyntax keyword) => keyword.Rank == 0 ? "" : " " + keyword.Rank.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> words) => string.Join(" ", words);
}
