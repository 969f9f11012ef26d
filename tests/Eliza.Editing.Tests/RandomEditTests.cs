using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Editing.Tests.Support;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>After random edits of several scripts, the server gives the same answers as a new server for the same text.</summary>
public sealed class RandomEditTests
{
    private const int Steps = 200;

    private static readonly (string Uri, string Text, string[] Pieces)[] Scripts =
    [
        ("file:///inn.txt", "initial: Hi.\npre: mum mother\nsynon: kin mother father\nkey: xnone\n  decomp: *\n    reasmb: Go on.\nkey: mother 5\n  decomp: $ * my *\n    reasmb: Your (2).\n  decomp: * my mother * @kin\n    reasmb: (2), and (3)?\n    reasmb: goto xnone\n",
            ["key:", "decomp:", "reasmb:", "reasm_for_memory:", "goto", "\n", "\r\n", "@kin", "(1)", "*", "$", "(", ")", "mother", "synon:"]),
        ("file:///1966.eliza", "(HI)\n(MY = YOUR 3\n    ((0 YOUR (/KIN) 0)\n        (TELL ME OF 3)\n        (=MUM)))\n(MUM = MOTHER 1 DLIST(/KIN) ((0) (OH)))\n(NONE ((0) (GO ON)))\n(MEMORY MY (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))\n",
            ["(", ")", "(=", "(/KIN)", "DLIST", "MEMORY", "MY", "0", "3", "=", "NONE", "((0) (X))", "\n", ";", "(*A B)", "NEWKEY", "PRE"]),
        ("file:///empty.txt", "", ["key: a\n", "  decomp: *\n", "(A ((0) (X)))\n", "# note\n", "; note\n", "\n", "x"]),
    ];

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task Random_edits_keep_the_server_and_a_fresh_reading_in_agreement()
    {
        await using var editor = await Editor.StartAsync();
        var dice = new Random(Soak.Seed);
        var texts = Scripts.Select(script => script.Text).ToArray();
        foreach (var (uri, text, _) in Scripts)
            await editor.OpenAsync(text, uri);
        for (var i = 0; i < Soak.Times(Steps); i++)
        {
            var which = dice.Next(Scripts.Length);
            var (uri, beginning, pieces) = Scripts[which];
            // JSON cannot hold half of a surrogate pair.
            var piece = string.Concat(OddText.Next(dice, pieces, 4).Where(character => !char.IsSurrogate(character)));
            var (range, text) = Change(dice, texts[which], piece);
            if (dice.Next(40) == 0)
                (range, text) = (null, piece = beginning);
            texts[which] = text;
            await editor.ChangeAsync([new(range, piece)], uri);
            (await editor.FindingsAsync(uri)).Select(finding => (finding.Range, finding.Message)).ShouldBe(Publishing.Diagnostics(ScriptView.Read(text)).Select(finding => (finding.Range, finding.Message)));
            var asked = dice.Next(Scripts.Length);
            await AskAsync(editor, Scripts[asked].Uri, ScriptView.Read(texts[asked]), dice);
        }
        Soak.Count("RandomEditTests.Random_edits", Soak.Times(Steps));
    }

    private static (TextRange? Range, string Text) Change(Random dice, string text, string piece)
    {
        var (one, other) = (dice.Next(text.Length + 1), dice.Next(text.Length + 1));
        var start = Math.Min(one, other);
        var range = new TextLines(text).Range(start, Math.Min(Math.Max(one, other), start + dice.Next(12)));
        return (range, TextLines.Replace(text, range, piece));
    }

    /// <summary>Asks all questions about a random place, in the text or outside of it.</summary>
    private static async Task AskAsync(Editor editor, string uri, ScriptView view, Random dice)
    {
        var position = dice.Next(4) == 0 ? new(dice.Next(-1, 30), dice.Next(-1, 40)) : view.Lines.At(dice.Next(view.Text.Length + 1));
        var offset = view.Lines.Offset(position);
        var place = new PlaceParams(new(uri), position);
        (await editor.AskAsync<Hover?>("textDocument/hover", place))?.Contents.Value.ShouldBe(Telling.At(view, offset)!.Contents.Value);
        (await editor.AskAsync<List<CompletionItem>>("textDocument/completion", place)).Select(item => item.Label).ShouldBe(Completing.At(view, offset).Select(item => item.Label));
        var name = Naming.At(view, offset)?.Name;
        (await editor.AskAsync<List<Location>>("textDocument/references", new ReferenceParams(new(uri), position, new(true)))).Select(one => one.Range)
            .ShouldBe(name is null ? [] : Naming.Of(view, name).Select(mention => view.Range(mention.Place)));
        foreach (var method in (string[])["definition", "documentHighlight", "prepareRename"])
            await editor.AskAsync<object?>("textDocument/" + method, place);
        foreach (var method in (string[])["documentSymbol", "foldingRange", "semanticTokens/full"])
            await editor.AskAsync<object?>("textDocument/" + method, new DocumentParams(new(uri)));
        if (dice.Next(6) == 0)
            await editor.AskAsync<object?>("textDocument/codeLens", new DocumentParams(new(uri)));
        var all = new TextRange(new(0, 0), new(9999, 0));
        await editor.AskAsync<object?>("textDocument/inlayHint", new InlayHintParams(new(uri), all));
        await editor.AskAsync<object?>("textDocument/formatting", new FormattingParams(new(uri), all, new()));
        var actions = await editor.AskAsync<List<CodeAction>>("textDocument/codeAction", new CodeActionParams(new(uri), all, null));
        foreach (var action in actions)
            FixTests.Applied(view.Text, action.Edit).ShouldNotBe(view.Text, action.Title);
    }
}
