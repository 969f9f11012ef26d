using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>A file of scripts that live: what it says, and the script that talks.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">What it says.</param>
/// <param name="Findings">What is wrong with that.</param>
/// <param name="Script">The newest script that it gave, or null if it never gave one.</param>
/// <param name="Map">Where the rules of that script stand.</param>
public sealed record LoadedScript(string Path, string Text, IReadOnlyList<Finding> Findings, Script? Script, ScriptMap? Map)
{
    /// <summary>The file's name without its ending: what clients call the model.</summary>
    public string Name => ScriptPaths.NameOf(Path);

    /// <summary>Whether errors keep the text from becoming a script; an older one may be talking.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>The text that gave <see cref="Script"/>, or null if none did: an older one than <see cref="Text"/> if that has errors.</summary>
    public string? TalkingText { get; private init; }

    private bool WasCompiled { get; init; }

    /// <summary>Reads a file and compiles it, unless that was done already. If it has errors the older script stays.</summary>
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

    /// <summary>Reads a file and says what is wrong with it.</summary>
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
