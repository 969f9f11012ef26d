using Eliza.Compiler;

namespace Eliza.Cli.Checking;

/// <summary>Findings as annotations of GitHub Actions.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflow-commands-for-github-actions</remarks>
internal static class GitHubReport
{
    public static void Write(IEnumerable<LoadedScript> files, TextWriter output)
    {
        foreach (var finding in files.SelectMany(file => file.Findings))
        {
            output.WriteLine($"::{Kind(finding.Severity)} file={Property(finding.Path)},line={finding.Line},col={finding.Column},endLine={finding.EndLine},"
                + $"endColumn={finding.EndColumn},title={Property($"{finding.Id}: {finding.Title}")}::{Data(finding.Message)}");
        }
    }

    private static string Kind(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
