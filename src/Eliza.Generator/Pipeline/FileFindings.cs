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

    /// <summary>
    /// The replacements that fix a finding: under the key <c>replace INDEX,LINE,COLUMN,LENGTH</c>, counted from 0, the new text.
    /// What the author can choose instead: under <c>fix N</c> a title, under <c>fix N,INDEX,LINE,COLUMN,LENGTH</c> the new text.
    /// </summary>
    private static ImmutableDictionary<string, string?> Properties(ScriptDiagnostic finding) =>
        Properties("replace ", finding.Replacements)
            .Concat(finding.Fixes.SelectMany((fix, number) => Properties(Key($"fix {number},"), fix.Replacements).Prepend(new(Key($"fix {number}"), fix.Title))))
            .ToImmutableDictionary();

    private static IEnumerable<KeyValuePair<string, string?>> Properties(string key, EquatableArray<Replacement> replacements) =>
        replacements.Select((replacement, index) => new KeyValuePair<string, string?>(key + Key($"{index},{replacement.Place.Line},{replacement.Place.Column},{replacement.Place.Length}"), replacement.Text));

    private static string Key(FormattableString key) => FormattableString.Invariant(key);

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
