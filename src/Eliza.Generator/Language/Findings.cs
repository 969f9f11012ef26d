using System.Globalization;

namespace Eliza.Generator.Language;

/// <summary>
/// Collects the findings of readers and checks. A limit keeps a useless file from flooding the build; errors take the places
/// of warnings, so that no script with an error seems to be without one.
/// </summary>
internal sealed class Findings
{
    /// <summary>How many findings one file may give.</summary>
    public const int Limit = 100;

    private readonly List<ScriptDiagnostic> found = [];
    private readonly HashSet<ScriptDiagnostic> known = [];
    private ScriptDiagnostic? firstBeyondLimit;

    /// <summary>Whether there are more findings than are kept, and an error among them: a reader or check may stop.</summary>
    public bool IsFull => HasErrors && firstBeyondLimit is not null;

    /// <summary>Whether an error is among the findings.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding with the arguments of its message.</summary>
    public void Add(ScriptRule rule, Place place, params string[] arguments) =>
        Add(new ScriptDiagnostic(rule, place, arguments.ToEquatableArray()));

    /// <summary>Adds a finding with the arguments of its message and the replacements that mend it.</summary>
    public void Add(ScriptRule rule, Place place, string[] arguments, params Replacement[] replacements) =>
        Add(new ScriptDiagnostic(rule, place, arguments.ToEquatableArray()) { Replacements = replacements.ToEquatableArray() });

    /// <summary>Adds a finding about a name that does not exist, with the name that was probably meant.</summary>
    /// <param name="rule">The rule, whose message takes the name and a sentence that suggests another.</param>
    /// <param name="place">Where the name stands, with its mark.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="names">The names that there are.</param>
    /// <param name="mark">What stands before the name in the script.</param>
    public void AddMisspelt(ScriptRule rule, Place place, string name, IEnumerable<string> names, string mark = "")
    {
        if (Spelling.Nearest(name, names) is { } nearest) Add(rule, place, [name, $" Did you mean '{nearest}'?"], new Replacement(place, mark + nearest));
        else Add(rule, place, name, "");
    }

    /// <summary>The subjects of a rule's findings: the first argument of each.</summary>
    public IEnumerable<string> SubjectsOf(ScriptRule rule) => found.Where(finding => finding.Rule == rule).Select(finding => finding.Arguments[0]);

    /// <summary>Adds what another collection found.</summary>
    public void AddRange(Findings other)
    {
        foreach (var finding in other.found) Add(finding);
    }

    /// <summary>The findings in the order of the file, with a last note if there were more.</summary>
    public EquatableArray<ScriptDiagnostic> InOrder()
    {
        IEnumerable<ScriptDiagnostic> ordered = found.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column);
        return (firstBeyondLimit is { Place: var place }
            ? ordered.Append(new(ScriptRules.TooManyFindings, place, Single(Limit.ToString(CultureInfo.InvariantCulture))))
            : ordered).ToEquatableArray();
    }

    private void Add(ScriptDiagnostic finding)
    {
        // Two decompositions may share a pattern, and so a finding about it.
        if (!known.Add(finding)) return;

        HasErrors |= IsError(finding);
        if (found.Count == Limit)
        {
            firstBeyondLimit ??= finding;
            if (!IsError(finding) || found.FindLastIndex(one => !IsError(one)) is var warning && warning < 0) return;
            found.RemoveAt(warning);
        }

        found.Add(finding);
    }

    private static bool IsError(ScriptDiagnostic finding) => finding.Rule.Severity == ScriptSeverity.Error;

    private static EquatableArray<string> Single(string argument) => new([argument]);
}
