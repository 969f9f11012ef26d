using System.Collections.Immutable;
using Eliza.Generator.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Generator.Pipeline;

/// <summary>The findings of one file, or of the project, in a form that can be reported to the compiler.</summary>
internal sealed record FileFindings(string Path, EquatableArray<ScriptDiagnostic> Findings)
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = ScriptRules.All.ToImmutableDictionary(rule => rule.Id, Descriptor);

    public void Report(SourceProductionContext output)
    {
        foreach (var diagnostic in ToDiagnostics()) output.ReportDiagnostic(diagnostic);
    }

    public IEnumerable<Diagnostic> ToDiagnostics() =>
        Findings.Select(finding => Diagnostic.Create(Descriptors[finding.Rule.Id], Location(finding), Properties(finding), [.. finding.Arguments]));

    /// <summary>
    /// The replacements that fix a finding: under the key <c>replace INDEX,LINE,COLUMN,LENGTH</c>, counted from 0, the new text.
    /// Fixes from which the author chooses: under <c>fix N</c> a title, under <c>fix N,INDEX,LINE,COLUMN,LENGTH</c> the new text.
    /// </summary>
    private static ImmutableDictionary<string, string?> Properties(ScriptDiagnostic finding) =>
        Properties("replace ", finding.Replacements)
            .Concat(finding.Fixes.SelectMany((fix, number) => Properties(Key($"fix {number},"), fix.Replacements).Prepend(new(Key($"fix {number}"), fix.Title))))
            .ToImmutableDictionary();

    private static IEnumerable<KeyValuePair<string, string?>> Properties(string key, EquatableArray<Replacement> replacements) =>
        replacements.Select((replacement, index) => new KeyValuePair<string, string?>(key + Key($"{index},{replacement.Place.Line},{replacement.Place.Column},{replacement.Place.Length}"), replacement.Text));

    private static string Key(FormattableString key) => FormattableString.Invariant(key);

    private Location Location(ScriptDiagnostic finding)
    {
        if (Path.Length == 0) return Microsoft.CodeAnalysis.Location.None;
        var place = finding.Place;
        var start = new LinePosition(place.Line, place.Column);
        var end = new LinePosition(place.Line, place.Column + place.Length);
        return Microsoft.CodeAnalysis.Location.Create(Path, new TextSpan(finding.Start, place.Length), new LinePositionSpan(start, end));
    }

    /// <remarks>Users cannot switch an error off, because a script with an error has no code to run.</remarks>
    private static DiagnosticDescriptor Descriptor(ScriptRule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        category: "Eliza",
        SeverityOf(rule),
        isEnabledByDefault: true,
        helpLinkUri: FindingPages.AddressOf(rule.Id),
        customTags: rule.Severity == ScriptSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);

    private static DiagnosticSeverity SeverityOf(ScriptRule rule) => rule.Severity switch
    {
        ScriptSeverity.Error => DiagnosticSeverity.Error,
        ScriptSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
