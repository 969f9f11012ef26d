using System.Globalization;

namespace Eliza.Generator.Language;

/// <summary>Collects what readers and checks find, up to a limit that keeps a file of noise from flooding the build.</summary>
internal sealed class Findings
{
    /// <summary>How many findings one file may give.</summary>
    public const int Limit = 100;

    private readonly List<ScriptDiagnostic> found = [];
    private ScriptDiagnostic? firstBeyondLimit;

    /// <summary>Whether nothing more will be kept; a reader may stop.</summary>
    public bool IsFull => firstBeyondLimit is not null;

    /// <summary>Whether an error is among the findings.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding with the arguments of its message.</summary>
    public void Add(ScriptRule rule, Place place, params string[] arguments) =>
        Add(new ScriptDiagnostic(rule, place, arguments.ToEquatableArray()));

    /// <summary>Adds what another collection found.</summary>
    public void AddRange(Findings other)
    {
        foreach (var finding in other.found) Add(finding);
    }

    /// <summary>The findings in the order of the file, with a closing note if there were more.</summary>
    public EquatableArray<ScriptDiagnostic> InOrder()
    {
        IEnumerable<ScriptDiagnostic> ordered = found.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column);
        return (firstBeyondLimit is { Place: var place }
            ? ordered.Append(new(ScriptRules.TooManyFindings, place, Single(Limit.ToString(CultureInfo.InvariantCulture))))
            : ordered).ToEquatableArray();
    }

    private void Add(ScriptDiagnostic finding)
    {
        HasErrors |= finding.Rule.Severity == ScriptSeverity.Error;
        if (found.Count < Limit) found.Add(finding);
        else firstBeyondLimit ??= finding;
    }

    private static EquatableArray<string> Single(string argument) => new([argument]);
}
