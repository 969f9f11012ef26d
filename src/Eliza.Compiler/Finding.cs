using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Eliza.Compiler;

/// <summary>What a build would report about a script.</summary>
/// <param name="Path">The script's file.</param>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Column">The column at which it begins, counted from 1.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="EndColumn">The column after its last character.</param>
/// <param name="Id">The rule, such as <c>ELIZA0006</c>.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">What is wrong, and how to fix it.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="HelpLink">The page that explains the rule, or nothing.</param>
public sealed record Finding(
    string Path, int Line, int Column, int EndLine, int EndColumn, string Id, FindingSeverity Severity, string Message, string Title, string HelpLink)
{
    // The generator writes "replace INDEX,LINE,COLUMN,LENGTH", counted from 0.
    private const string ReplaceKey = "replace ";

    /// <summary>The replacements that fix it, if a fix is known. They belong together and are in the order of the file.</summary>
    public IReadOnlyList<Replacement> Replacements { get; init; } = [];

    /// <summary>The form that compilers print. Editors and build servers can read it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}({Line},{Column}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}");

    /// <summary>An error in the file as a whole.</summary>
    internal static Finding OfFile(string path, string id, string message, string title) => new(path, 1, 1, 1, 1, id, FindingSeverity.Error, message, title, "");

    internal static Finding Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new(
            place.Path,
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            place.EndLinePosition.Line + 1,
            place.EndLinePosition.Character + 1,
            diagnostic.Id,
            (FindingSeverity)diagnostic.Severity,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            diagnostic.Descriptor.Title.ToString(CultureInfo.InvariantCulture),
            diagnostic.Descriptor.HelpLinkUri)
        {
            Replacements =
            [
                .. diagnostic.Properties.Where(property => property.Key.StartsWith(ReplaceKey, StringComparison.Ordinal))
                    .Select(property => (Place: property.Key[ReplaceKey.Length..].Split(',').Select(digits => int.Parse(digits, CultureInfo.InvariantCulture)).ToArray(), Text: property.Value ?? ""))
                    .OrderBy(property => property.Place[0])
                    .Select(property => Replacement(property.Place[1], property.Place[2], property.Place[3], property.Text)),
            ],
        };
    }

    private static Replacement Replacement(int line, int column, int length, string text) => new(line + 1, column + 1, column + 1 + length, text);
}
