using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Editing.Tests.Support;
using StreamJsonRpc;

namespace Eliza.Editing.Tests;

/// <summary>The questions of an editor about a script, and the answers.</summary>
public sealed class EditingTests
{
    private const string Line =
        """
        initial: Hi.
        pre: mum mother
        synon: kin mother father
        key: xnone
          decomp: *
            reasmb: Go on.
        key: mother 5
          decomp: * my mother * @kin
            reasmb: (2), and (3)?
            reasmb: goto father
        key: father 2
          decomp: *
            reasmb: Oh.
        """;

    private const string List =
        """
        (HI)
        (MY = YOUR 3
            ((0 YOUR (/KIN) 0)
                (TELL ME OF 3)
                (=MUM)))
        (MUM = MOTHER 1 DLIST(/KIN) ((0) (OH)))
        (NONE ((0) (GO ON)))
        (MEMORY MY (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))
        """;

    private const string StoredMy = "Stores a memory of a clause with `my` that is:\n\n- `(1)` any words or none\n- “my”\n- `(2)` any words or none\n\nWhat is stored, in turn: “Your (2)?”, “Say (2).”. Then the next decomposition is tried.\n\n" + RecalledLast;
    private const string RecalledLast = "A memory is said when nothing else answers, before `xnone`: the oldest first, each once. The 20 latest are kept.";
    private const string RecalledFourth = "A memory is said when a line has no keyword, at every fourth reply (the third, the seventh and so on): the oldest first, each once. At other times NONE answers.";

    private const string Memories =
        """
        initial: Hi.
        key: xnone
          decomp: *
            reasmb: Go on.
        key: my
          decomp: $ * my *
            reasmb: Your (2)?
            reasmb: Say (2).
          decomp: * my own *
            reasm_for_memory: Your own (2)?
            reasmb: I see.
        """;

    [Theory]
    [InlineData(Line, "* my mother", "Matches a clause of:\n\n- `(1)` any words or none\n- “my”\n- “mother”\n- `(2)` any words or none\n- `(3)` one of @kin")]
    [InlineData(Line, "3)?", "`(3)` is one of @kin, of the pattern `* my mother * @kin`.")]
    [InlineData(Line, "kin\n", "The class `@kin` has the words `kin`, `mother`, `father`.")]
    [InlineData(Line, "mother 5", "The keyword `mother` has rank 5 and 1 decomposition.\n\nAfter it: `father` (2).")]
    [InlineData(Line, "father\nkey: father", "Goes to this keyword:\n\nThe keyword `father` has rank 2 and 1 decomposition.\n\nBefore it: `mother` (5).")]
    [InlineData(List, "0 YOUR", "Matches a clause of:\n\n- `(1)` any words or none\n- `(2)` “YOUR”\n- `(3)` one of (/KIN)\n- `(4)` any words or none")]
    [InlineData(List, "KIN) 0", "The tag `KIN` is borne by `MUM`.")]
    [InlineData(Memories, "$", StoredMy)]
    [InlineData(Memories, "Say", StoredMy)]
    [InlineData(Memories, "reasm_for_memory", "Stores a memory of a clause with `my` that is:\n\n- `(1)` any words or none\n- “my”\n- “own”\n- `(2)` any words or none\n\nWhat is stored: “Your own (2)?”. Then the next decomposition is tried.\n\n" + RecalledLast)]
    [InlineData(Memories, "* my own", "Matches a clause of:\n\n- `(1)` any words or none\n- “my”\n- “own”\n- `(2)` any words or none")]
    [InlineData(Memories, "my\n", "The keyword `my` has rank 0 and 3 decompositions.\n\nIt stores memories: line 6, line 10.")]
    [InlineData(List, "MEMORY", "Stores memories of clauses with `MY`. The last word of the clause chooses one of the four patterns, always the same for the same word.\n\n" + RecalledFourth)]
    [InlineData(List, "MY (0 = A", "The keyword `MY` has rank 3 and 1 decomposition.\n\nAfter it: `MUM` (1).\n\nIt stores memories: line 8.")]
    [InlineData(List, "= B", "Stores a memory of a clause with `MY`, if this pattern is chosen and the clause is:\n\n- `(1)` any words or none\n\nThe last word of the clause chooses one of the four patterns, always the same for the same word.\n\nWhat is stored: “B 1”\n\n" + RecalledFourth)]
    [InlineData(List, "1) (0 = B", "`(1)` is any words or none, of the pattern `0`.")]
    public async Task A_thing_is_told_in_English(string script, string at, string told)
    {
        await using var editor = await Editor.WithAsync(script);
        (await editor.AskAsync<Hover>("textDocument/hover", At(script, at))).Contents.Value.ShouldBe(told);
    }

    [Theory]
    [InlineData(Line + "\nre", "reasmb,reasm_for_memory,keyword,memory,class")]
    [InlineData(Line + "\n    reasmb: goto ", "xnone,mother,father")]
    [InlineData(Line + "\n  decomp: * @k", "kin")]
    [InlineData(Line + "\n  decomp: * @kin @kin\n    reasmb: What of (", "1,2,3")]
    [InlineData(List + "\n(YES ((0) (=", "MY,MUM")]
    [InlineData(List + "\n(YES ((0 (/", "KIN")]
    public async Task What_can_stand_here_is_offered(string script, string offered)
    {
        await using var editor = await Editor.WithAsync(script);
        var items = await editor.AskAsync<List<CompletionItem>>("textDocument/completion", At(script, ""));
        offered.Split(',').ShouldBeSubsetOf(items.Select(item => item.Label));
    }

    [Theory]
    [InlineData(Line, "father\nkey: father", "father 2", 2)]
    [InlineData(Line, "kin\n    reasmb", "kin mother", 2)]
    [InlineData(List, "MUM)))", "MUM = MOTHER", 2)]
    [InlineData(List, "KIN) 0", "KIN) ((0)", 2)]
    public async Task A_name_leads_to_its_declaration_and_all_its_uses(string script, string use, string declaration, int places)
    {
        await using var editor = await Editor.WithAsync(script);
        var definition = (await editor.AskAsync<List<Location>>("textDocument/definition", At(script, use))).ShouldHaveSingleItem();
        definition.Range.Start.ShouldBe(At(script, declaration).Position);
        var asked = new ReferenceParams(new(Editor.Uri), At(script, use).Position, new(true));
        (await editor.AskAsync<List<Location>>("textDocument/references", asked)).Count.ShouldBe(places);
        (await editor.AskAsync<List<DocumentHighlight>>("textDocument/documentHighlight", At(script, use))).Count.ShouldBe(places);
    }

    [Theory]
    [InlineData("$ * my *", "$ * my *", "reasm_for_memory")]
    [InlineData("reasm_for_memory", "$ * my *", "reasm_for_memory")]
    public async Task A_memory_leads_to_all_that_is_remembered(string at, params string[] places)
    {
        await using var editor = await Editor.WithAsync(Memories);
        foreach (var method in (string[])["definition", "references"])
        {
            var found = await editor.AskAsync<List<Location>>("textDocument/" + method, new ReferenceParams(new(Editor.Uri), At(Memories, at).Position, new(true)));
            found.Select(one => one.Range.Start).ShouldBe(places.Select(place => At(Memories, place).Position));
        }
    }

    [Theory]
    [InlineData("MEMORY MY", 1)]
    [InlineData("MY (0 = A 1)", 1)]
    [InlineData("B 1)", 1)]
    public async Task The_MEMORY_rule_and_its_keyword_lead_to_the_rule_that_stores(string at, int declarations)
    {
        await using var editor = await Editor.WithAsync(List);
        var found = await editor.AskAsync<List<Location>>("textDocument/definition", At(List, at));
        found.Count.ShouldBe(declarations);
        found[0].Range.Start.ShouldBe(At(List, "MY = YOUR").Position);
    }

    [Fact]
    public async Task The_rule_of_the_keyword_and_MEMORY_with_its_patterns_are_shown_together()
    {
        await using var editor = await Editor.WithAsync(List);
        var shown = await editor.AskAsync<List<DocumentHighlight>>("textDocument/documentHighlight", At(List, "MEMORY"));
        shown.Select(one => one.Range.Start).ShouldBe("MY = YOUR|MEMORY|(0 = A|(0 = B|(0 = C|(0 = D".Split('|').Select(place => At(List, place).Position));
        var references = await editor.AskAsync<List<Location>>("textDocument/references", new ReferenceParams(new(Editor.Uri), At(List, "MY = YOUR").Position, new(false)));
        references.ShouldHaveSingleItem().Range.Start.ShouldBe(At(List, "MY (0 = A").Position);
    }

    [Fact]
    public async Task A_memory_has_no_name_that_could_be_changed()
    {
        await using var editor = await Editor.WithAsync(Memories);
        (await editor.AskAsync<object?>("textDocument/prepareRename", At(Memories, "$ * my *"))).ShouldBeNull();
    }

    [Theory]
    [InlineData(Line, "mother 5", "mama", "pre: mum mama", "synon: kin mother father", "key: mama 5", "decomp: * my mama * @kin")]
    [InlineData(Line, "kin mother", "@family", "synon: family mother father", "decomp: * my mother * @family")]
    [InlineData(List, "MUM)))", "MAMA", "(=MAMA)))", "(MAMA = MOTHER")]
    [InlineData(List, "KIN) 0", "FAMILY", "(/FAMILY) 0", "DLIST(/FAMILY)")]
    public async Task A_name_is_changed_wherever_it_is_used(string script, string at, string name, params string[] expected)
    {
        await using var editor = await Editor.WithAsync(script);
        var edit = await editor.AskAsync<WorkspaceEdit>("textDocument/rename", new RenameParams(new(Editor.Uri), At(script, at).Position, name));
        var renamed = FixTests.Applied(script, edit);
        foreach (var one in expected)
            renamed.ShouldContain(one);
        ScriptView.Read(renamed).Findings.Select(finding => finding.Rule.Id).ShouldBe(ScriptView.Read(script).Findings.Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("a,b")]
    public async Task What_cannot_be_a_name_is_refused(string name)
    {
        await using var editor = await Editor.WithAsync(Line);
        (await Should.ThrowAsync<RemoteInvocationException>(editor.AskAsync<WorkspaceEdit>("textDocument/rename", new RenameParams(new(Editor.Uri), At(Line, "father 2").Position, name))))
            .Message.ShouldContain("a name is one word");
    }

    [Fact]
    public async Task The_outline_has_classes_and_keywords_with_their_decompositions_which_can_be_folded()
    {
        await using var editor = await Editor.WithAsync(Line);
        var symbols = await editor.AskAsync<List<DocumentSymbol>>("textDocument/documentSymbol", new DocumentParams(new(Editor.Uri)));
        symbols.Select(one => one.Name).ShouldBe(["@kin", "xnone", "mother", "father"]);
        symbols[2].Children!.ShouldHaveSingleItem().Name.ShouldBe("* my mother * @kin");
        var folds = await editor.AskAsync<List<FoldingRange>>("textDocument/foldingRange", new DocumentParams(new(Editor.Uri)));
        folds.ShouldContain(new FoldingRange(6, 9));
    }

    [Fact]
    public async Task Components_have_their_numbers_before_them()
    {
        await using var editor = await Editor.WithAsync(Line);
        var hints = await editor.AskAsync<List<InlayHint>>("textDocument/inlayHint", new InlayHintParams(new(Editor.Uri), new(new(7, 0), new(7, 99))));
        hints.Select(hint => (hint.Label, hint.Position.Character)).ShouldBe([("1", 10), ("2", 22), ("3", 24)]);
    }

    private static PlaceParams At(string script, string words) =>
        new(new(Editor.Uri), new TextLines(script).At(words.Length == 0 ? script.Length : script.IndexOf(words, StringComparison.Ordinal)));
}
