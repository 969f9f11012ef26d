using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>A file of <see cref="LiveScripts"/> with its text and the script in use.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Findings">The findings of this text.</param>
/// <param name="Script">The newest version that compiled, or null if none did.</param>
/// <param name="Map">The places of the rules of that script.</param>
public sealed record LoadedScript(string Path, string Text, IReadOnlyList<Finding> Findings, Script? Script, ScriptMap? Map)
{
    /// <summary>The model's name for clients: the file's name without its ending.</summary>
    public string Name => ScriptPaths.NameOf(Path);

    /// <summary>Whether the text has errors. <see cref="Script"/> may still be an older version.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>The text of <see cref="Script"/>, or null if there is none. It is older than <see cref="Text"/> if that has errors.</summary>
    public string? TalkingText { get; private init; }

    private bool WasCompiled { get; init; }

    /// <summary>Reads a file and compiles it, unless the older version has the same text. If the text has errors, the older script stays.</summary>
    internal static LoadedScript Of(string path, Finding? clash, LoadedScript? older, CancellationToken cancellation) => Of(path, older, text =>
    {
        if (clash is not null)
            return new(path, text, [clash], older?.Script, older?.Map) { TalkingText = older?.TalkingText };
        if (older is { WasCompiled: true } && older.Text == text)
            return older;
        var compiled = ScriptCompiler.Compile(path, text, cancellation);
        return new(path, text, compiled.Findings, compiled.Script ?? older?.Script, compiled.Map ?? older?.Map)
        {
            TalkingText = compiled.Script is null ? older?.TalkingText : text,
            WasCompiled = true,
        };
    });

    /// <summary>Reads a file and finds what is wrong with it.</summary>
    internal static LoadedScript Checked(string path, Finding? clash) =>
        Of(path, older: null, text => new(path, text, clash is null ? ScriptCompiler.Check(path, text) : [clash], null, null));

    private static LoadedScript Of(string path, LoadedScript? older, Func<string, LoadedScript> make)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return make(reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(path, "", [Finding.OfFile(path, "CS1504", $"The file cannot be read: {e.Message}", "Unreadable file")], older?.Script, older?.Map) { TalkingText = older?.TalkingText };
        }
    }
}
