using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>Offers the fixes that the compiler gives with its findings.</summary>
internal static class Mending
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll";
    private const int MostRounds = 20;

    /// <summary>The fixes for the findings in a range.</summary>
    public static IReadOnlyList<CodeAction> Actions(ScriptView view, CodeActionParams asked)
    {
        List<CodeAction> actions = [];
        var uri = asked.TextDocument.Uri;
        if (IsWanted(asked, QuickFix))
        {
            var (start, end) = (view.Lines.Offset(asked.Range.Start), view.Lines.Offset(asked.Range.End));
            foreach (var finding in view.Findings.Where(finding => view.Start(finding.Place) <= end && view.End(finding.Place) >= start))
            {
                foreach (var (title, replacements) in Fixes(view, finding))
                {
                    actions.Add(new(title, QuickFix, Edit(uri, [.. replacements.Select(one => new TextEdit(view.Range(one.Place), one.Text))]))
                    {
                        Diagnostics = [Publishing.Of(view, finding)],
                        IsPreferred = replacements == finding.Replacements ? true : null,
                    });
                }
            }
        }

        if (IsWanted(asked, FixAll) && All(view) is { } mended && mended != view.Text)
            actions.Add(new("Apply all fixes", FixAll, Edit(uri, [Difference(view, mended)])));
        return actions;
    }

    /// <summary>The text after all replacements of the compiler, and after those for the findings that these bring.</summary>
    public static string All(ScriptView view)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            // An overlapping replacement is left for the next round.
            List<(int Start, int End, string Text)> edits = [];
            foreach (var finding in view.Findings)
            {
                List<(int Start, int End, string Text)> more = [.. finding.Replacements.Select(one => (view.Start(one.Place), view.End(one.Place), one.Text)).Where(one => !edits.Contains(one))];
                if (!more.Any(one => edits.Any(other => one.Start <= other.End && other.Start <= one.End)))
                    edits.AddRange(more);
            }
            if (edits.Count == 0)
                break;
            view = ScriptView.Read(edits.OrderByDescending(one => one.Start).Aggregate(view.Text, (text, one) => string.Concat(text.AsSpan(0, one.Start), one.Text, text.AsSpan(one.End))));
        }
        return view.Text;
    }

    private static IEnumerable<Fix> Fixes(ScriptView view, ScriptDiagnostic finding) =>
        finding.Replacements.Count > 0 ? finding.Fixes.Prepend(new(Title(view, finding.Replacements), finding.Replacements)) : finding.Fixes;

    private static string Title(ScriptView view, EquatableArray<Replacement> replacements)
    {
        if (replacements.Count > 1)
            return "Mend it";
        var old = view.Text[view.Start(replacements[0].Place)..view.End(replacements[0].Place)];
        return replacements[0].Text.Trim() is { Length: > 0 } by ? old.Length > 0 ? $"Write '{by}' for '{old}'" : $"Insert '{by}'" : $"Remove '{old}'";
    }

    /// <summary>One edit that changes the old text into a new one. It leaves out what both begin and end with.</summary>
    private static TextEdit Difference(ScriptView view, string text)
    {
        var old = view.Text;
        var start = old.AsSpan().CommonPrefixLength(text);
        var end = 0;
        while (end < Math.Min(old.Length, text.Length) - start && old[^(end + 1)] == text[^(end + 1)])
            end++;
        return new(view.Lines.Range(start, old.Length - end), text[start..^end]);
    }

    private static bool IsWanted(CodeActionParams asked, string kind) =>
        asked.Context?.Only is not { Count: > 0 } only || only.Any(wanted => kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.StartsWith(kind + ".", StringComparison.Ordinal));

    private static WorkspaceEdit Edit(string uri, IReadOnlyList<TextEdit> edits) => new(new() { [uri] = edits });
}
