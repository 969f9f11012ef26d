using Eliza.Generator.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Generator.Pipeline;

/// <summary>What was found in a file, on its way to the compiler.</summary>
internal sealed record FileFindings(string Path, EquatableArray<ScriptDiagnostic> Findings)
{
    private const string Category = "Eliza";

    public void Report(SourceProductionContext output)
    {
        foreach (var finding in Findings)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptor(finding.Rule), Location(finding.Place), [.. finding.Arguments]));
        }
    }

    private Location Location(Place place)
    {
        var start = new LinePosition(place.Line, place.Column);
        var end = new LinePosition(place.Line, place.Column + place.Length);
        return Microsoft.CodeAnalysis.Location.Create(Path, new TextSpan(0, place.Length), new LinePositionSpan(start, end));
    }

    /// <remarks>An error cannot be switched off: there would be nothing to run.</remarks>
    private static DiagnosticDescriptor Descriptor(ScriptRule rule) => rule.Severity == ScriptSeverity.Error
        ? new(rule.Id, rule.Title, rule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable)
        : new(rule.Id, rule.Title, rule.Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
