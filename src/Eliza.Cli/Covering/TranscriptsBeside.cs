using Eliza.Compiler;

namespace Eliza.Cli.Covering;

/// <summary>
/// The transcripts beside a script: the files <c>*.tsv</c> in its folder, in the folder <c>transcripts</c> there, and in folders with
/// its name in both. Only files that <c>eliza coverage</c> would play with this script count.
/// </summary>
internal static class TranscriptsBeside
{
    /// <summary>The names of transcripts.</summary>
    public const string Files = "*.tsv";

    /// <summary>Reads the transcripts of a script. Unreadable files are skipped.</summary>
    public static IReadOnlyList<Transcript> Of(string script)
    {
        var name = Path.GetFileNameWithoutExtension(script);
        var folder = Path.GetDirectoryName(Path.GetFullPath(script)) ?? "/";
        var names = Models.NamesIn(new ScriptPaths(folder)).Append(name).ToList();
        string[] folders = [folder, Path.Combine(folder, "transcripts")];
        return
        [
            .. folders.Concat(folders.Select(one => Path.Combine(one, name))).SelectMany(FilesOf).Select(Read).OfType<Transcript>()
                .Where(transcript => name.Equals(transcript.ScriptAmong(names), StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static IEnumerable<string> FilesOf(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, Files).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Transcript? Read(string file)
    {
        try
        {
            return Transcript.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
