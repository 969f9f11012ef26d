using System.Collections.Immutable;
using Eliza.Generator.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Generator.Pipeline;

/// <summary>The findings of one file, or of the project, in a form that can be reported to the compiler.</summary>
internal sealed record FileFindings(string Path, EquatableArray<ScriptDiagnostic> Findings)
{
    private const string Category = "Eliza";

    public void Report(SourceProductionContext output)
    {
        foreach (var diagnostic in ToDiagnostics()) output.ReportDiagnostic(diagnostic);
    }

    public IEnumerable<Diagnostic> ToDiagnostics() =>
        Findings.Select(finding => Diagnostic.Create(Descriptor(finding.Rule), Location(finding.Place), Properties(finding), [.. finding.Arguments]));

    /// <summary>The replacements that fix a finding: under the key <c>replace INDEX,LINE,COLUMN,LENGTH</c>, counted from 0, the new text.</summary>
    private static ImmutableDictionary<string, string?> Properties(ScriptDiagnostic finding) =>
        finding.Replacements.Select((replacement, index) => (replacement.Place, replacement.Text, index)).ToImmutableDictionary(
            replacement => FormattableString.Invariant($"replace {replacement.index},{replacement.Place.Line},{replacement.Place.Column},{replacement.Place.Length}"),
            replacement => (string?)replacement.Text);

    private Location Location(Place place)
    {
        if (Path.Length == 0) return Microsoft.CodeAnalysis.Location.None;
        var start = new LinePosition(place.Line, place.Column);
        var end = new LinePosition(place.Line, place.Column + place.Length);
        return Microsoft.CodeAnalysis.Location.Create(Path, new TextSpan(0, place.Length), new LinePositionSpan(start, end));
    }

    /// <remarks>Users cannot switch an error off, because a script with an error has no code to run.</remarks>
    private static DiagnosticDescriptor Descriptor(ScriptRule rule) => rule.Severity switch
    {
        ScriptSeverity.Error => new(rule.Id, rule.Title, rule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable),
        ScriptSeverity.Warning => new(rule.Id, rule.Title, rule.Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true),
        _ => new(rule.Id, rule.Title, rule.Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true),
    };
}
