using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Editing.Tests.Support;
using Eliza.Generator.Language;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>Each fix does what its title says, removes its finding and causes no error.</summary>
public sealed class FixTests
{
    private const string Memory = "(MEMORY MY (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))\n";

    /// <summary>Findings that only the author can fix, and why.</summary>
    private static readonly Dictionary<string, string> WithoutFix = new()
    {
        { "ELIZA0001", "what the character was is lost" },
        { "ELIZA0040", "which of the numbers was miscounted is not known" },
        { "ELIZA0051", "the words that were meant are not known" },
        { "ELIZA0060", "another program has to save the file" },
    };

    [Theory]
    [MemberData(nameof(FindingsTests.Pages), MemberType = typeof(FindingsTests))]
    public void Each_fix_of_a_finding_of_the_pages_ends_the_finding_and_makes_no_error(string page)
    {
        foreach (var script in FindingsTests.Examples(page))
        {
            foreach (var action in Fixes(script))
            {
                var code = action.Diagnostics!.ShouldHaveSingleItem().Code;
                var mended = Applied(script, action.Edit);
                var shown = $"{action.Title}\n---\n{script}\n---\n{mended}";
                Count(mended, code).ShouldBeLessThan(Count(script, code), shown);
                Errors(mended).ShouldBeSubsetOf(Errors(script), shown);
            }
        }
    }

    [Theory]
    [MemberData(nameof(FindingsTests.Pages), MemberType = typeof(FindingsTests))]
    public void Each_finding_of_the_pages_has_a_fix_or_a_reason_to_have_none(string page)
    {
        foreach (var finding in FindingsTests.Examples(page).SelectMany(script => ScriptView.Read(script).Findings))
            (finding.Replacements.Count + finding.Fixes.Count == 0).ShouldBe(WithoutFix.TryGetValue(finding.Rule.Id, out var reason), $"{ScriptView.Message(finding)} ({reason})");
    }

    [Theory]
    [MemberData(nameof(FindingsTests.Pages), MemberType = typeof(FindingsTests))]
    public void To_mend_all_leaves_nothing_that_the_compiler_knows_to_mend_and_makes_no_error(string page)
    {
        foreach (var script in FindingsTests.Examples(page))
        {
            var mended = Mending.All(ScriptView.Read(script));
            ScriptView.Read(mended).Findings.Where(finding => finding.Replacements.Count > 0).Select(ScriptView.Message).ShouldBeEmpty(mended);
            Errors(mended).ShouldBeSubsetOf(Errors(script), mended);
        }
    }

    [Theory]
    [InlineData("key: a\n  decomp: *\n    reasmb: Oh.\n  decomp: * a *\n    reasmb: Ah.\n", "Move this decomposition above line 6", "key: a\n  decomp: * a *\n    reasmb: Ah.\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp: *\n    reasmb: Oh.\n  decomp: * a *\n    reasmb: Ah.\n", "Remove this decomposition", "key: a\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("synon: kin mother\n", "Remove this line", "")]
    [InlineData("key: a\n  decomp: * @king *\n    reasmb: Oh.\n", "Add 'synon: king'", "synon: king\nkey: a\n  decomp: * @king *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp: a *\n    reasmb: Oh.\nkey: A 3\n  decomp: *\n    reasmb: Ah.\n", "Put its decompositions under line 5", "key: a\n  decomp: a *\n    reasmb: Oh.\n  decomp: *\n    reasmb: Ah.\n")]
    [InlineData("key: a\n  decomp: *\n    reasmb: Oh.\nkey: a\n  decomp: *\n    reasmb: Oh.\n", "Remove this keyword", "key: a\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp:\n    reasmb: Oh.\n", "Write '*'", "key: a\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp: a *\n  decomp: *\n    reasmb: Oh.\n", "Remove this decomposition", "key: a\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp: $ * a *\n    reasmb: newkey\n  decomp: *\n    reasmb: Oh.\n", "Write 'Earlier you spoke of (2).' for 'newkey'", "key: a\n  decomp: $ * a *\n    reasmb: Earlier you spoke of (2).\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("post: i am you are\n", "Write a 'post:' line for each word", "post: i you\npost: am are\n")]
    [InlineData("key: a\n  decomp: *\n    reasmb: goto xnome\n", "Write 'xnone' for 'xnome'", "key: a\n  decomp: *\n    reasmb: goto xnone\n")]
    public async Task A_fix_is_what_its_title_says(string lines, string title, string mended)
    {
        const string Fallback = "initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: Go on.\n";
        await using var editor = await Editor.WithAsync(Fallback + lines);
        var actions = await editor.AskAsync<List<CodeAction>>("textDocument/codeAction", new CodeActionParams(new(Editor.Uri), new(new(0, 0), new(99, 0)), null));
        Applied(Fallback + lines, actions.First(action => action.Title == title).Edit).ShouldBe(Fallback + mended);
    }

    [Theory]
    [InlineData("", "Add a MEMORY rule of MY", "\n(MEMORY MY\n    (0 YOUR 0 = LETS DISCUSS FURTHER WHY YOUR 3)\n    (0 YOUR 0 = EARLIER YOU SAID YOUR 3)\n    (0 YOUR 0 = BUT YOUR 3)\n    (0 YOUR 0 = DOES THAT HAVE ANYTHING TO DO WITH THE FACT THAT YOUR 3))\n")]
    [InlineData(Memory + "(A ((A) (X)) (=B))\n(A ((0) (Y)))\n(B ((0) (Z)))\n", "Put its transformations into the rule of line 5", Memory + "(A ((A) (X))\n    ((0) (Y)) (=B))\n(B ((0) (Z)))\n")]
    [InlineData(Memory + "(A (() (X)))\n", "Write '(0)' for '()'", Memory + "(A ((0) (X)))\n")]
    [InlineData(Memory + "(A ((0) (X))) B\n", "Remove 'B'", Memory + "(A ((0) (X)))\n")]
    [InlineData(Memory + "(A ((0) (X))\n    ((0 A) (Y)))\n", "Move this transformation above line 5", Memory + "(A ((0 A) (Y))\n    ((0) (X)))\n")]
    public async Task A_fix_of_a_list_script_is_what_its_title_says(string rules, string title, string mended)
    {
        const string Rules = "(HI)\n(NONE ((0) (GO ON)))\n(MY = YOUR ((0) (OH)))\n";
        await using var editor = await Editor.WithAsync(Rules + rules);
        var actions = await editor.AskAsync<List<CodeAction>>("textDocument/codeAction", new CodeActionParams(new(Editor.Uri), new(new(0, 0), new(99, 0)), null));
        Applied(Rules + rules, actions.First(action => action.Title == title).Edit).ShouldBe(Rules + mended);
    }

    [Fact]
    public async Task All_that_the_compiler_knows_to_mend_is_mended_at_once()
    {
        const string Script = "initial Hi.\nkey xnone\ndecomp: ...\nreasmb; Go on.\nkey: a\ndecomp: *a*\nrespond: goto xnome\n";
        await using var editor = await Editor.WithAsync(Script);
        var action = (await editor.AskAsync<List<CodeAction>>("textDocument/codeAction", new CodeActionParams(new(Editor.Uri), new(new(0, 0), new(0, 0)), new(["source"])))).ShouldHaveSingleItem();
        action.Kind.ShouldBe("source.fixAll");
        Applied(Script, action.Edit).ShouldBe("initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: Go on.\nkey: a\ndecomp: * a *\nreasmb: goto xnone\n");
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Each_fix_of_a_page_with_random_changes_ends_the_finding_if_nothing_else_was_wrong_and_makes_no_error()
    {
        var dice = new Random(Soak.Seed);
        var pages = FindingsTests.Pages().SelectMany<object[], string>(page => FindingsTests.Examples((string)page[0])).ToList();
        var tried = 0;
        for (var i = 0; i < Soak.Times(2_000); i++)
        {
            var script = Changed(pages[dice.Next(pages.Count)], pages[dice.Next(pages.Count)], dice);
            var hasErrors = Errors(script).Count > 0;
            foreach (var action in Fixes(script))
            {
                var mended = Applied(script, action.Edit);
                if (hasErrors)
                    continue; // an error hides others
                tried++;
                var shown = $"{action.Title}\n---\n{script}\n---\n{mended}";
                Count(mended, action.Diagnostics![0].Code).ShouldBeLessThan(Count(script, action.Diagnostics[0].Code), shown);
                Errors(mended).ShouldBeEmpty(shown);
            }
        }
        tried.ShouldBeGreaterThan(Soak.Times(100));
        Soak.Count("FixTests.Each_fix_of_a_page_with_random_changes", tried);
    }

    /// <summary>A script in which lines or words are gone, doubled, in another place, or from another script.</summary>
    private static string Changed(string script, string other, Random dice)
    {
        List<string> lines = [.. script.Split('\n')];
        for (var changes = dice.Next(1, 4); changes > 0 && lines.Count > 1; changes--)
        {
            var (one, two) = (dice.Next(lines.Count), dice.Next(lines.Count));
            switch (dice.Next(5))
            {
                case 0:
                    lines.RemoveAt(one);
                    break;
                case 1:
                    lines.Insert(one, lines[two]);
                    break;
                case 2:
                    List<string> words = [.. lines[one].Split(' ')];
                    words.RemoveAt(dice.Next(words.Count));
                    lines[one] = string.Join(' ', words);
                    break;
                case 3:
                    var from = other.Split('\n');
                    lines.Insert(one, from[dice.Next(from.Length)]);
                    break;
                default:
                    (lines[one], lines[two]) = (lines[two], lines[one]);
                    break;
            }
        }
        return string.Join('\n', lines);
    }

    private static int Count(string script, string code) => ScriptView.Read(script).Findings.Count(finding => finding.Rule.Id == code);

    private static IEnumerable<CodeAction> Fixes(string script) => Mending.Actions(ScriptView.Read(script), new(new(Editor.Uri), new(new(0, 0), new(9999, 0)), new([Mending.QuickFix])));

    private static List<string> Errors(string script) => [.. ScriptView.Read(script).Findings.Where(finding => finding.Rule.Severity == ScriptSeverity.Error).Select(finding => finding.Rule.Id)];

    /// <summary>A text after the edits of its document.</summary>
    internal static string Applied(string text, WorkspaceEdit edit)
    {
        var lines = new TextLines(text);
        return edit.Changes.ShouldHaveSingleItem().Value.OrderByDescending(one => lines.Offset(one.Range.Start)).ThenByDescending(one => lines.Offset(one.Range.End))
            .Aggregate(text, (all, one) => TextLines.Replace(all, one.Range, one.NewText));
    }
}
