using Eliza.Compiler;

namespace Eliza.Cli;

/// <summary>Describes a change of a script in one line.</summary>
internal static class News
{
    public static string Of(ScriptChange change) => $"{Start(change)}.";

    /// <summary>The line with the first error, for places that do not show all errors.</summary>
    public static string WithError(ScriptChange change) => change is { IsGone: false, File.HasErrors: true }
        ? $"{Start(change)}: {change.File.Findings.First(finding => finding.Severity == FindingSeverity.Error)}"
        : Of(change);

    private static string Start(ScriptChange change) => change switch
    {
        { IsGone: true } => $"{change.File.Path} is gone",
        { File: { HasErrors: true, Script: null } } => $"{change.File.Path} does not work",
        { File.HasErrors: true } => $"{change.File.Path} does not work, so its last good version talks on",
        _ => $"{change.File.Path} was saved, and talks as it is now",
    };
}
