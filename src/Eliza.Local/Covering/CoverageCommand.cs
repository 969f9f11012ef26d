using Eliza.Function;
using Eliza.Runtime;

namespace Eliza.Local.Covering;

/// <summary>Plays transcripts and tells what they use: a regression test for the author of a script.</summary>
internal static class CoverageCommand
{
    /// <summary>Fails if a reply is another than its transcript expects.</summary>
    public static int Run(Script script, IReadOnlyList<string> paths, TextWriter output, TextWriter errors)
    {
        var transcripts = new List<Transcript>();
        foreach (var path in paths)
        {
            try
            {
                transcripts.Add(Transcript.Read(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"Cannot read the transcript {path}: {e.Message}");
                return ExitCodes.WrongUse;
            }
        }
        var report = new CoverageReport(script, Scripts.MapOf(script)!, transcripts);
        report.Write(output);
        return report.HasDifferences ? ExitCodes.Failure : ExitCodes.Success;
    }
}
