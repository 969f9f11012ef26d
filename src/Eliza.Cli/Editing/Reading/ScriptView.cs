using System.Globalization;
using Eliza.Cli.Editing.Protocol;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;

namespace Eliza.Cli.Editing.Reading;

/// <summary>The text of a script with the compiler's results for it.</summary>
internal sealed class ScriptView
{
    private readonly Lazy<ScriptNames> _names;

    private ScriptView(string text, ScriptSyntax syntax, EquatableArray<ScriptDiagnostic> findings)
    {
        Text = text;
        Syntax = syntax;
        Findings = findings;
        Script = new(text);
        Lines = new(text);
        _names = new(() => new(syntax));
    }

    public string Text { get; }

    /// <summary>The text, divided into lines by the rules of the compiler.</summary>
    public ScriptText Script { get; }

    /// <summary>The text, divided into lines by the rules of the protocol.</summary>
    public TextLines Lines { get; }

    public ScriptSyntax Syntax { get; }

    public EquatableArray<ScriptDiagnostic> Findings { get; }

    public ScriptNames Names => _names.Value;

    public bool IsList => Syntax.Language == ScriptLanguage.List;

    /// <summary>All patterns, each with its place and the texts that use its components.</summary>
    public IEnumerable<(EquatableArray<ElementSyntax> Pattern, Place Place, IEnumerable<PartSyntax> Parts)> Patterns =>
    [
        .. Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Select(one => (one.Pattern, one.Place, one.Reassemblies.SelectMany(Parts))),
        .. (Syntax.Memory?.Rules ?? default).Select(rule => (rule.Pattern, rule.Place, (IEnumerable<PartSyntax>)rule.Parts)),
    ];

    /// <summary>Reads a script as the compiler does.</summary>
    public static ScriptView Read(string text, CancellationToken cancellation = default)
    {
        var (syntax, findings) = ScriptFrontEnd.Read(text, cancellation);
        return new(text, syntax, findings);
    }

    /// <summary>The offset at which a place begins.</summary>
    public int Start(Place place) => Math.Min(Script.Line(place.Line).Start + place.Column, Text.Length);

    /// <summary>The offset at which a place ends.</summary>
    public int End(Place place) => Math.Min(Start(place) + place.Length, Text.Length);

    /// <summary>Whether an offset is in a place or at its end.</summary>
    public bool Holds(Place place, int offset) => Start(place) <= offset && offset <= End(place);

    /// <summary>A place in the form of the protocol.</summary>
    public TextRange Range(Place place) => Lines.Range(Start(place), End(place));

    /// <summary>The place of a line's tag, without the white space around it; null if the line has none.</summary>
    public Place? Tag(int line)
    {
        var (start, end) = Script.Line(line);
        while (start < end && LineTag.IsNothing(Text[start]))
            start++;
        return Text.IndexOf(':', start, end - start) is >= 0 and var colon && LineTag.Of(Text[start..colon]) is not null ? Script.Place(start, Text[start..colon].TrimEnd().Length) : null;
    }

    /// <summary>The words and components of a reassembly.</summary>
    public static IEnumerable<PartSyntax> Parts(ReassemblySyntax reassembly) => reassembly switch
    {
        TextSyntax text => text.Parts,
        PreSyntax pre => pre.Parts,
        _ => [],
    };

    /// <summary>The compiler's message for a finding.</summary>
    public static string Message(ScriptDiagnostic finding) =>
        finding.Arguments.Count == 0 ? finding.Rule.Message : string.Format(CultureInfo.InvariantCulture, finding.Rule.Message, [.. finding.Arguments]);
}
