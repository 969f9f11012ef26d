using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>Offers fixes for findings: the replacement of the compiler, or one that is known for the rule.</summary>
internal static class Mending
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll";
    private const int MostRounds = 20;

    /// <summary>Rules whose findings are fixed by removing the line.</summary>
    private static readonly HashSet<ScriptRule> OfALine =
        [ScriptRules.UnusedClass, ScriptRules.IdleRewrite, ScriptRules.RepeatedRewrite, ScriptRules.IdlePost];

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
                foreach (var (title, edits) in Fixes(view, finding))
                {
                    actions.Add(new(title, QuickFix, Edit(uri, edits))
                    {
                        Diagnostics = [Publishing.Of(view, finding)],
                        IsPreferred = finding.Replacements.Count > 0 ? true : null,
                    });
                }
            }
        }

        if (IsWanted(asked, FixAll) && All(view.Text) is { } mended && mended != view.Text)
            actions.Add(new("Mend all that the compiler knows to mend", FixAll, Edit(uri, [Difference(view, mended)])));
        return actions;
    }

    /// <summary>The text after all replacements of the compiler, and after those for the findings that these bring.</summary>
    public static string All(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var view = ScriptView.Read(text);
            var mended = text;
            var before = text.Length + 1;
            foreach (var replacement in view.Findings.Where(finding => finding.Replacements.Count > 0)
                .SelectMany(finding => finding.Replacements).Distinct().OrderByDescending(one => view.Start(one.Place)).ThenByDescending(one => view.End(one.Place)))
            {
                var (start, end) = (view.Start(replacement.Place), view.End(replacement.Place));
                if (end > before || (end == before && start == end))
                    continue; // it overlaps another one; the next round does it
                mended = string.Concat(mended.AsSpan(0, start), replacement.Text, mended.AsSpan(end));
                before = start;
            }
            if (mended == text)
                break;
            text = mended;
        }
        return text;
    }

    private static IEnumerable<(string Title, IReadOnlyList<TextEdit> Edits)> Fixes(ScriptView view, ScriptDiagnostic finding)
    {
        if (finding.Replacements.Count > 0)
            yield return (Title(view, finding.Replacements), [.. finding.Replacements.Select(one => new TextEdit(view.Range(one.Place), one.Text))]);
        else if (OfALine.Contains(finding.Rule) && !view.IsList)
            yield return ("Remove this line", [RemoveLines(view, finding.Place.Line, finding.Place.Line + 1)]);
        else if (finding.Rule == ScriptRules.DuplicateReassembly && !view.IsList)
            yield return ("Remove this line", [RemoveLines(view, finding.Place.Line, finding.Place.Line + 1)]);
        else if (finding.Rule == ScriptRules.NoFallback)
            yield return view.IsList
                ? ("Add a rule NONE", [Append(view, "(NONE\n    ((0)\n        (PLEASE GO ON)))\n")])
                : ("Add the keyword xnone", [Append(view, "key: xnone\n    decomp: *\n        reasmb: Please go on.\n")]);
        else if (finding.Rule == ScriptRules.MissingPunctuation)
            foreach (var mark in (string[])[".", "?"])
                yield return ($"Write '{mark}' at the end", [new(view.Lines.Range(view.End(finding.Place), view.End(finding.Place)), mark)]);
        else if (finding.Rule == ScriptRules.KeywordWithoutDecomposition)
            yield return ("Give it a decomposition '*'", [Behind(view, finding.Place.Line, "    decomp: *\n        reasmb: Please go on.\n")]);
        else if (finding.Rule == ScriptRules.FallbackWithoutCatchAll && Block(view, finding.Place.Line, "key") is var (_, end))
            yield return ("Give it a decomposition '*'", [Behind(view, end - 1, "    decomp: *\n        reasmb: Please go on.\n")]);
        else if (finding.Rule == ScriptRules.MissingGreeting && !view.IsList)
            yield return ("Add a greeting", [new(view.Lines.Range(0, 0), "initial: How do you do.\n")]);
        else if (finding.Rule == ScriptRules.MissingFarewell)
            yield return ("Add a farewell", [new(view.Lines.Range(0, 0), "final: Goodbye.\n")]);
        else if (finding.Rule == ScriptRules.UnreachableDecomposition && !view.IsList)
            foreach (var fix in OfUnreachable(view, finding))
                yield return fix;
        else if (finding.Rule == ScriptRules.UnreachableKeyword && Block(view, finding.Place.Line, "key") is var (first, behind))
            yield return ("Remove this keyword", [RemoveLines(view, first, behind)]);
        if (finding.Rule == ScriptRules.UnknownGoto && !view.IsList)
            yield return ($"Add the keyword '{finding.Arguments[0]}'", [Append(view, $"key: {finding.Arguments[0]}\n    decomp: *\n        reasmb: Please go on.\n")]);
    }

    /// <summary>
    /// Fixes for a decomposition that an earlier one covers. It can move above the earlier one, if it then does not cover that one. It can
    /// also be removed.
    /// </summary>
    private static IEnumerable<(string Title, IReadOnlyList<TextEdit> Edits)> OfUnreachable(ScriptView view, ScriptDiagnostic finding)
    {
        if (Block(view, finding.Place.Line, "decomp") is not var (first, behind))
            yield break;
        var remove = RemoveLines(view, first, behind);
        var covering = view.Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Select(one => one.Place.Line)
            .Where(line => finding.Arguments[0].EndsWith($" {line + 1}", StringComparison.Ordinal)).FirstOrDefault(-1);
        if (covering >= 0 && covering < first)
        {
            var at = view.Script.Line(covering).Start;
            var lines = view.Text[view.Lines.Offset(remove.Range.Start)..view.Lines.Offset(remove.Range.End)];
            if (!lines.EndsWith('\n'))
                lines += "\n";
            TextEdit[] moved = [new(view.Lines.Range(at, at), lines), remove];
            if (ScriptView.Read(Applied(view, moved)).Findings.Count(one => one.Rule == finding.Rule) < view.Findings.Count(one => one.Rule == finding.Rule))
                yield return ($"Move this decomposition above line {covering + 1}", moved);
        }
        yield return ("Remove this decomposition", [remove]);
    }

    /// <summary>A line with this tag and the lines that belong to it, without notes and blank lines at the end; null if the line has another tag.</summary>
    private static (int First, int Behind)? Block(ScriptView view, int line, string tag)
    {
        if (view.IsList || TagOf(view, line) != tag)
            return null;
        var behind = line + 1;
        for (var next = behind; next < view.Script.LineCount; next++)
        {
            if (TagOf(view, next) is not { } other)
                continue;
            if (other is not ("reasmb" or "reasm_for_memory") && !(tag == "key" && other == "decomp"))
                break;
            behind = next + 1;
        }
        return (line, behind);
    }

    private static string? TagOf(ScriptView view, int line)
    {
        var (start, end) = view.Script.Line(line);
        while (start < end && Generator.Language.Lines.LineTag.IsNothing(view.Text[start]))
            start++;
        return Generator.Language.Lines.LineTag.Known(view.Text, start, end);
    }

    private static TextEdit RemoveLines(ScriptView view, int first, int behind) =>
        new(view.Lines.Range(view.Script.Line(first).Start, view.Script.Line(behind - 1).End), "");

    private static TextEdit Append(ScriptView view, string lines) =>
        new(view.Lines.Range(view.Text.Length, view.Text.Length), view.Text.Length == 0 ? lines : view.Text.EndsWith('\n') ? "\n" + lines : "\n\n" + lines);

    private static TextEdit Behind(ScriptView view, int line, string lines)
    {
        var end = view.Script.Line(line).End;
        return new(view.Lines.Range(end, end), view.Text[..end].EndsWith('\n') ? lines : "\n" + lines);
    }

    private static string Title(ScriptView view, EquatableArray<Replacement> replacements)
    {
        if (replacements.Count > 1)
            return "Mend it";
        var old = view.Text[view.Start(replacements[0].Place)..view.End(replacements[0].Place)];
        return replacements[0].Text.Trim() is { Length: > 0 } by ? old.Length > 0 ? $"Write '{by}' for '{old}'" : $"Insert '{by}'" : $"Remove '{old}'";
    }

    private static string Applied(ScriptView view, IEnumerable<TextEdit> edits) =>
        edits.OrderByDescending(edit => view.Lines.Offset(edit.Range.Start)).Aggregate(view.Text, (text, edit) => TextLines.Replace(text, edit.Range, edit.NewText));

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
