using System.Globalization;
using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Language;

/// <summary>Script texts for tests, and findings in a form that is easy to compare.</summary>
internal static class Script
{
    /// <summary>The lines that every line script needs.</summary>
    public const string Line = "initial: Hello.\nkey: xnone\ndecomp: *\nreasmb: Go on.\n";

    /// <summary>The rules that every list script needs.</summary>
    public const string List = """
        (HELLO)
        (NONE ((0) (GO ON)))
        (MY ((0) (TELL ME MORE)))
        (MEMORY MY (0 MY 0 = A 3) (0 MY 0 = B 3) (0 MY 0 = C 3) (0 MY 0 = D 3))

        """;

    /// <summary>The syntax tree of a script, which must have no findings.</summary>
    public static ScriptSyntax Clean(string script)
    {
        var (syntax, diagnostics) = ScriptFrontEnd.Read(script);
        diagnostics.Select(Shown).ShouldBeEmpty();
        return syntax;
    }

    /// <summary>The line, column, id and message of each finding.</summary>
    public static string[] Findings(string script) => [.. ScriptFrontEnd.Read(script).Diagnostics.Select(Shown)];

    /// <summary>The ids of the findings.</summary>
    public static string[] Ids(string script) => [.. ScriptFrontEnd.Read(script).Diagnostics.Select(d => d.Rule.Id)];

    /// <summary>A script after all replacements of its findings.</summary>
    public static string Mended(string script)
    {
        var text = new ScriptText(script);
        var replacements = ScriptFrontEnd.Read(script).Diagnostics.SelectMany(found => found.Replacements)
            .OrderByDescending(replacement => (replacement.Place.Line, replacement.Place.Column));
        foreach (var (place, instead) in replacements)
        {
            var start = text.Line(place.Line).Start + place.Column;
            script = script[..start] + instead + script[(start + place.Length)..];
        }

        return script;
    }

    /// <summary>A finding in the form that the compiler prints.</summary>
    public static string Shown(ScriptDiagnostic found) => string.Create(
        CultureInfo.InvariantCulture,
        $"({found.Place.Line + 1},{found.Place.Column + 1},{found.Place.Length}) {found.Rule.Id}: {string.Format(CultureInfo.InvariantCulture, found.Rule.Message, [.. found.Arguments])}");

    /// <summary>The syntax tree of a pattern on one line.</summary>
    public static string Shown(EquatableArray<ElementSyntax> pattern) => string.Join(" ", pattern.Select(element => element switch
    {
        AnyWordsSyntax => "*",
        ExactWordsSyntax exact => string.Create(CultureInfo.InvariantCulture, $"{exact.Count}"),
        LiteralSyntax literal => literal.Word,
        ClassReferenceSyntax reference => "@" + string.Join("|", reference.Classes.Select(c => c.Text)),
        AlternativesSyntax alternatives => "{" + string.Join("|", alternatives.Words.Select(w => w.Text)) + "}",
        _ => throw new InvalidOperationException(),
    }));

    /// <summary>The syntax tree of a reassembly on one line. Components have their position in the pattern, from 0.</summary>
    public static string Shown(ReassemblySyntax reassembly) => reassembly switch
    {
        TextSyntax text => Shown(text.Parts),
        GotoSyntax jump => $"-> {jump.Keyword.Text}",
        NewKeySyntax => "-> next",
        PreSyntax pre => $"{Shown(pre.Parts)} -> {pre.Keyword.Text}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The parts of a text on one line.</summary>
    public static string Shown(EquatableArray<PartSyntax> parts) => string.Concat(parts.Select(part => part switch
    {
        ComponentPartSyntax component => string.Create(CultureInfo.InvariantCulture, $"<{component.Element}>"),
        LiteralPartSyntax literal => $"[{literal.Text}]",
        _ => throw new InvalidOperationException(),
    }));
}
