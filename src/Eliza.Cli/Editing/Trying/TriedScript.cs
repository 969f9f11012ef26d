using Eliza.Cli.Editing.Reading;
using Eliza.Compiler;
using Eliza.Generator.Language;
using Eliza.Runtime;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A script, compiled as it is in the editor, and the lines that reach its rules.</summary>
internal sealed record TriedScript(ScriptView View, Script Script, Trials Trials)
{
    /// <summary>Compiles a document and finds its lines. Null if it has errors.</summary>
    public static TriedScript? Of(Document document, CancellationToken cancellation)
    {
        var view = document.View(cancellation);
        if (view.Findings.Any(finding => finding.Rule.Severity == ScriptSeverity.Error))
            return null;
        var script = ScriptCompiler.Compile(PathOf(document.Uri) ?? "script.txt", document.Text, cancellation).Script;
        return script is null ? null : new(view, script, Trials.Of(view, script, cancellation));
    }

    /// <summary>The file of a document, or null.</summary>
    public static string? PathOf(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : null;
}
