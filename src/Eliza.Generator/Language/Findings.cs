using System.Globalization;

namespace Eliza.Generator.Language;

/// <summary>
/// Collects the findings of readers and checks. A limit prevents thousands of findings for a file that is no script. An error
/// may replace a warning, so that a script with an error never seems to have none.
/// </summary>
internal sealed class Findings
{
    /// <summary>The most findings of one file.</summary>
    public const int Limit = 100;

    private readonly List<ScriptDiagnostic> found = [];
    private readonly HashSet<ScriptDiagnostic> known = [];
    private ScriptDiagnostic? firstBeyondLimit;

    /// <summary>Whether more findings would not be kept and one of them is an error. A reader or check may then stop.</summary>
    public bool IsFull => HasErrors && firstBeyondLimit is not null;

    /// <summary>Whether one of the findings is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding with the arguments of its message.</summary>
    public void Add(ScriptRule rule, Place place, params string[] arguments) =>
        Add(new ScriptDiagnostic(rule, place, arguments.ToEquatableArray()));

    /// <summary>Adds a finding with the arguments of its message and the replacements that fix it.</summary>
    public void Add(ScriptRule rule, Place place, string[] arguments, params Replacement[] replacements) =>
        Add(new ScriptDiagnostic(rule, place, arguments.ToEquatableArray()) { Replacements = replacements.ToEquatableArray() });

    /// <summary>Adds a finding about a name that does not exist, with the name that was probably meant.</summary>
    /// <param name="rule">The rule. Its message takes the name, and a sentence that suggests another name.</param>
    /// <param name="place">The place of the name with its mark.</param>
    /// <param name="name">The name as the author wrote it.</param>
    /// <param name="names">The names that exist.</param>
    /// <param name="mark">The mark before the name in the script.</param>
    public void AddMisspelt(ScriptRule rule, Place place, string name, IEnumerable<string> names, string mark = "")
    {
        if (Spelling.Nearest(name, names) is { } nearest) Add(rule, place, [name, $" Did you mean '{nearest}'?"], new Replacement(place, mark + nearest));
        else Add(rule, place, name, "");
    }

    /// <summary>The first argument of each finding of a rule.</summary>
    public IEnumerable<string> SubjectsOf(ScriptRule rule) => found.Where(finding => finding.Rule == rule).Select(finding => finding.Arguments[0]);

    /// <summary>Adds the findings of another collection.</summary>
    public void AddRange(Findings other)
    {
        foreach (var finding in other.found) Add(finding);
    }

    /// <summary>The findings in the order of the file. If there were too many, the last one says so.</summary>
    public EquatableArray<ScriptDiagnostic> InOrder(ScriptText script)
    {
        IEnumerable<ScriptDiagnostic> ordered = found.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column);
        if (firstBeyondLimit is { Place: var place }) ordered = ordered.Append(new(ScriptRules.TooManyFindings, place, Single(Limit.ToString(CultureInfo.InvariantCulture))));
        return ordered.Select(finding => finding with { Start = script.StartOf(finding.Place) }).ToEquatableArray();
    }

    private void Add(ScriptDiagnostic finding)
    {
        // Two decompositions may share a pattern, and then have the same finding about it.
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
