using Eliza.Generator.Language;

namespace Eliza.Generator.Pipeline;

/// <summary>Finds scripts that have the same name in C#. Only the first of them is compiled.</summary>
internal static class NameClashes
{
    /// <summary>Each script that has the name of an earlier one, ignoring case, with a finding that names both.</summary>
    public static EquatableArray<FileFindings> Find(IEnumerable<ScriptName> names) => names
        .GroupBy(name => name.PropertyName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(group => group.Skip(1).Select(later => Finding(group.First(), later)))
        .ToEquatableArray();

    private static FileFindings Finding(ScriptName first, ScriptName later) => new(
        later.Path,
        new([new(ScriptRules.ScriptsOfOneName, default, new([FileName(first), FileName(later), later.PropertyName]))]));

    private static string FileName(ScriptName script) => Path.GetFileName(script.Path);
}
