using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Editing.Tests.Support;
using Eliza.Engine.Tests.Differential;
using Eliza.Generator.Model;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>Formatting changes the layout of a script and never its meaning.</summary>
public sealed class FormattingTests
{
    [Fact]
    public void Lines_are_set_in_by_their_tags_and_blanks_are_folded() => Formatted(
        "initial:Hi.  \nKEY:  xnone\ndecomp :$  *  me\n  reasmb:   Go\ton . \n\n   # a note  \nrubbish  here \n")
        .ShouldBe("initial: Hi.\nkey: xnone\n    decomp: $ * me\n        reasmb: Go on .\n\n   # a note\nrubbish  here\n");

    [Fact]
    public void Lists_are_set_in_by_the_lists_around_them() => Formatted(
        "(HI)\n(A 2\n((0)\n  (OH)\n ; a note\n)\n)\n(NONE ((0) (X)))\n")
        .ShouldBe("(HI)\n(A 2\n    ((0)\n        (OH)\n        ; a note\n    )\n)\n(NONE ((0) (X)))\n");

    [Fact]
    public void A_list_whose_parentheses_are_wrong_stays_as_it_is() => Formatted("(HI)\n  (A ((0) (X))\n").ShouldBe("(HI)\n  (A ((0) (X))\n");

    [Fact]
    public void DOCTOR_is_formatted_already() => Formatted(Repository.Script("doctor")).ShouldBe(Repository.Script("doctor"));

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Formatting_leaves_the_model_of_random_scripts_as_it_is_and_is_done_at_once()
    {
        var sound = 0;
        for (var i = 0; i < Soak.Times(300); i++)
        {
            foreach (var script in (string[])[RandomLineScript.Case(Soak.Seed * 1000 + i, 1).Script, RandomListScript.Case(Soak.Seed * 1000 + i, 1).Script])
            {
                var dice = new Random(i);
                var loose = string.Concat(script.Select(character => character is ' ' or '\n' && dice.Next(4) == 0 ? character + new string(dice.Next(2) == 0 ? ' ' : '\t', dice.Next(3)) : $"{character}"));
                var formatted = Formatted(loose);
                Formatted(formatted).ShouldBe(formatted);
                var (before, after) = (Model(loose), Model(formatted));
                after.ShouldBe(before, loose);
                sound += before is null ? 0 : 1;
            }
        }
        sound.ShouldBeGreaterThan(Soak.Times(300));
        Soak.Count("FormattingTests.Formatting_leaves_the_model", Soak.Times(600));
    }

    [Fact]
    public void Formatting_leaves_the_findings_of_the_pages_as_they_are()
    {
        foreach (var script in FindingsTests.Pages().SelectMany<object[], string>(page => FindingsTests.Examples((string)page[0])))
            ScriptView.Read(Formatted(script)).Findings.Select(ScriptView.Message).ShouldBe(ScriptView.Read(script).Findings.Select(ScriptView.Message), script);
    }

    [Fact]
    public async Task A_line_end_sets_the_next_line_in_and_a_colon_its_own()
    {
        await using var editor = await Editor.WithAsync("key:  a\n");
        var edits = await editor.AskAsync<List<TextEdit>>("textDocument/onTypeFormatting", new OnTypeFormattingParams(new(Editor.Uri), new(1, 0), "\n", new(2)));
        edits.ShouldBe([new(new(new(0, 0), new(0, 7)), "key: a"), new(new(new(1, 0), new(1, 0)), "  ")]);
        await editor.ChangeAsync([new(null, "key: a\ndecomp:")]);
        edits = await editor.AskAsync<List<TextEdit>>("textDocument/onTypeFormatting", new OnTypeFormattingParams(new(Editor.Uri), new(1, 7), ":", new(2)));
        edits.ShouldBe([new(new(new(1, 0), new(1, 7)), "  decomp:")]);
    }

    [Fact]
    public async Task A_stretch_is_formatted_alone()
    {
        await using var editor = await Editor.WithAsync("key:  a\nkey:  b\nkey:  c\n");
        var edits = await editor.AskAsync<List<TextEdit>>("textDocument/rangeFormatting", new FormattingParams(new(Editor.Uri), new(new(1, 0), new(1, 3)), new()));
        edits.ShouldHaveSingleItem().NewText.ShouldBe("key: b");
    }

    [Fact]
    public async Task Words_have_kinds()
    {
        await using var editor = await Editor.WithAsync("# note\nkey: a\n  decomp: * @b\n    reasmb: (1)");
        (await editor.AskAsync<SemanticTokens>("textDocument/semanticTokens/full", new DocumentParams(new(Editor.Uri)))).Data.ShouldBe(
            [0, 0, 6, 0, 0, 1, 0, 3, 1, 0, 0, 5, 1, 2, 0, 1, 2, 6, 1, 0, 0, 8, 1, 5, 0, 0, 3, 1, 3, 0, 1, 4, 6, 1, 0, 0, 8, 3, 4, 0]);
    }

    private static ScriptModel? Model(string script)
    {
        var view = ScriptView.Read(script);
        return view.Findings.Any(finding => finding.Rule.Severity == Generator.Language.ScriptSeverity.Error) ? null : ModelBuilder.Build(view.Syntax, default);
    }

    private static string Formatted(string script)
    {
        var view = ScriptView.Read(script);
        return Formatting.Edits(view, null, null).Reverse().Aggregate(script, (text, edit) => TextLines.Replace(text, edit.Range, edit.NewText));
    }
}
