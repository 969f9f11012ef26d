using System.Globalization;
using Eliza.Cli.Covering;
using Eliza.Cli.Editing.Protocol;
using Eliza.Compiler;
using Eliza.Editing.Tests.Support;
using Eliza.Testing;
using StreamJsonRpc;

namespace Eliza.Editing.Tests;

/// <summary>What is said above decompositions: a line to try, and how often transcripts use them.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class LensTests : IDisposable
{
    private const string Line =
        """
        initial: Hi.
        pre: mum mother
        synon: kin mother father
        quit: mother my
        key: xnone
          decomp: *
            reasmb: Go on.
        key: mother 5
          decomp: * my mother * @kin
            reasmb: (2), and (3)?
          decomp: $ * my *
            reasmb: You spoke of (2).
          decomp: * my mother
            reasmb: Well?
            reasmb: goto tale
          decomp: * mother *
            reasmb: Oh, (2)?
        key: tale
          decomp: *
            reasmb: Tell me more.
        """;

    private const string List =
        """
        (HI)
        (MY = YOUR 3
            ((0 YOUR (/KIN) 0) (TELL ME OF 3) (=MUM))
            ((0 YOUR 0) (PRE (SO 3) (=SO))))
        (MUM 1 DLIST(/KIN) ((0) (OH)))
        (SO ((SO 1) (ONE WORD))
            ((0) (SO 1)))
        (NONE ((0) (GO ON)))
        (MEMORY MY (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("decomp: *\n    reasmb: Go", "something", "Go on.")]
    [InlineData("* my mother * @kin", "my mother something mother", "Something, and mother?")]
    [InlineData("$ * my *", "my mother", "Well?")]
    [InlineData("* my mother\n", "my mother", "Well?")]
    [InlineData("* mother *", "mother something", "Oh, something?")]
    public async Task A_line_of_the_line_language_that_reaches_a_decomposition_is_to_be_tried(string decomposition, string line, string reply) =>
        await TriedAsync(Line, decomposition, $"Try: \"{line}\"", line, reply);

    [Theory]
    [InlineData("0 YOUR (/KIN) 0", "MY MUM", "TELL ME OF MUM")]
    [InlineData("0 YOUR 0", "MY SOMETHING", "ONE WORD")]
    [InlineData("SO 1", "SO SOMETHING", "ONE WORD")]
    [InlineData("0) (GO", "SOMETHING", "GO ON")]
    public async Task So_it_is_in_the_list_language(string decomposition, string line, string reply) => await TriedAsync(List, decomposition, $"Try: \"{line}\"", line, reply);

    [Fact]
    public async Task A_rule_that_comes_later_in_its_round_is_reached_by_saying_the_line_again()
    {
        const string Script = "initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: Go on.\n    reasmb: goto but\nkey: but\n  decomp: *\n    reasmb: But what?\n";
        await TriedAsync(Script, "*\n    reasmb: But", "Try 2 times: \"something\"", "something", "But what?");
    }

    [Fact]
    public async Task A_rule_of_MEMORY_is_reached_when_it_stores_a_memory()
    {
        await using var editor = await Editor.WithAsync(List);
        var lines = (await LensesAsync(editor)).Where(lens => lens.Range.Start.Line == 8).Select(lens => lens.Command.Arguments![1].ToString()!).ToList();
        lines.Distinct().Count().ShouldBe(4);
        foreach (var line in lines)
            ScriptCompiler.Compile("x.txt", List).Script!.Start().ShouldSatisfyAllConditions(talk => talk.Reply(line), talk => talk.State.Memories.Length.ShouldBe(1));
    }

    [Theory]
    [InlineData("initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: Go on.\nkey: a\n  decomp: *\n    reasmb: Oh.\n  decomp: * a *\n    reasmb: Ah.\n", 7)]
    [InlineData("initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: Go on.\nkey: a 1\n  decomp: * b\n    reasmb: Ah.\nkey: b 2\n  decomp: *\n    reasmb: Oh.\n", 5)]
    public async Task A_rule_that_no_line_reaches_has_none(string script, int line)
    {
        await using var editor = await Editor.WithAsync(script);
        var lenses = await LensesAsync(editor);
        lenses.Count.ShouldBe(2);
        lenses.ShouldNotContain(lens => lens.Range.Start.Line == line);
    }

    [Fact]
    public async Task A_script_with_errors_has_none_and_nobody_can_talk_with_it()
    {
        await using var editor = await Editor.WithAsync(Line + "\nkey: a\n");
        (await LensesAsync(editor)).ShouldBeEmpty();
        await editor.AskAsync<object?>("workspace/executeCommand", new { command = "eliza.try", arguments = new object[] { Editor.Uri, "hello" } });
        (await editor.Shown.Reader.ReadAsync()).ShouldBe("This script has errors, so nobody can talk with it.");
    }

    [Theory]
    [InlineData("eliza.sing", "file:///scripts/parrot.txt", "hello")]
    [InlineData("eliza.try", "file:///scripts/parrot.txt")]
    [InlineData("eliza.try", "file:///scripts/absent.txt", "hello")]
    [InlineData("eliza.try")]
    public async Task What_cannot_be_tried_is_refused(string command, params string[] arguments)
    {
        await using var editor = await Editor.WithAsync(Line);
        (await Should.ThrowAsync<RemoteInvocationException>(editor.AskAsync<object?>("workspace/executeCommand", new { command, arguments }))).ErrorCode.ShouldBe(-32803);
    }

    [Fact]
    public async Task A_question_that_an_edit_overtakes_is_given_up()
    {
        await using var editor = await Editor.WithAsync(Line);
        var asked = LensesAsync(editor);
        await editor.TypeAsync("!", (0, 11));
        await editor.CloseAsync();
        // It may have been answered before; else it says that the script has changed.
        if (await Record.ExceptionAsync(() => asked) is { } refusal)
            refusal.ShouldBeOfType<RemoteInvocationException>().ErrorCode.ShouldBe(-32801);
    }

    [Fact]
    public async Task Transcripts_beside_a_script_say_how_many_of_their_lines_use_a_decomposition()
    {
        var script = Write("scripts/parrot.txt", Line);
        Write("scripts/parrot-1.tsv", "my mother\tWell?\nmother\n");
        Write("scripts/transcripts/parrot.tsv", "# a note\nHm.\n");
        Write("scripts/transcripts/parrot/a.tsv", "Hm.\n");
        Write("scripts/transcripts/other.tsv", "mother\n");
        await using var editor = await Editor.WithAsync(Line, script);

        (await UsesAsync(editor, script)).ShouldBe([(5, "used by 2 of 4 lines"), (8, "never used"), (10, "used by 1 of 4 lines"), (12, "used by 1 of 4 lines"), (15, "used by 1 of 4 lines"), (18, "never used")]);
        Write("scripts/transcripts/parrot/a.tsv", "my mother\nmy mother\n");
        (await UsesAsync(editor, script))[^1].ShouldBe((18, "used by 1 of 5 lines"));
        await editor.TypeAsync("!", (0, 11), uri: script);
        (await UsesAsync(editor, script))[^1].ShouldBe((18, "used by 1 of 5 lines"));
    }

    [Fact]
    public async Task A_script_without_transcripts_says_nothing_of_them()
    {
        await using var editor = await Editor.WithAsync(Line);
        (await UsesAsync(editor, Editor.Uri)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lenses_and_the_command_agree_on_what_is_never_used()
    {
        var text = Repository.Script("doctor");
        var uri = Write("scripts/doctor.txt", text);
        var transcript = new Uri(Write("scripts/doctor-1966.tsv", File.ReadAllText(Path.Combine(Repository.Root, "scripts", "transcripts", "doctor-1966.tsv")))).LocalPath;
        await using var editor = await Editor.WithAsync(text, uri);
        var lenses = await UsesAsync(editor, uri);

        using var report = new StringWriter();
        var compiled = ScriptCompiler.Compile("doctor.txt", text);
        new CoverageReport(compiled.Script!, compiled.Map!, [Transcript.Read(transcript)]).Write(report, listsAll: true);

        var played = report.ToString().Split(", ")[1];
        lenses.Where(lens => lens.Title != "never used").ShouldAllBe(lens => lens.Title.EndsWith($" of {played}", StringComparison.Ordinal));
        var neverUsed = report.ToString().Split('\n').Where(line => line.Contains("never used: decomp: ", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture) - 1);
        lenses.Where(lens => lens.Title == "never used").Select(lens => lens.Line).ShouldBe(neverUsed);
        neverUsed.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_transcript_that_is_saved_brings_new_lenses()
    {
        await using var editor = await Editor.StartAsync(new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true }, codeLens = new { refreshSupport = true } } });
        (await editor.Asked.Reader.ReadAsync()).ShouldBe("client/registerCapability workspace/didChangeWatchedFiles **/*.tsv");
        await editor.TellAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = "file:///scripts/parrot.tsv", type = 2 } } });
        (await editor.Asked.Reader.ReadAsync()).ShouldBe("workspace/codeLens/refresh");
    }

    private static async Task TriedAsync(string script, string decomposition, string title, string line, string reply)
    {
        await using var editor = await Editor.WithAsync(script);
        var start = new Eliza.Cli.Editing.Reading.TextLines(script).At(script.IndexOf(decomposition, StringComparison.Ordinal));
        var lens = (await LensesAsync(editor)).Single(one => one.Range.Start.Line == start.Line);
        lens.Command.Title.ShouldBe(title);
        await editor.AskAsync<object?>("workspace/executeCommand", new { command = lens.Command.Command, arguments = lens.Command.Arguments });
        (await editor.Shown.Reader.ReadAsync()).ShouldBe($"You: {line}\nELIZA: {reply}");
    }

    private static Task<List<CodeLens>> LensesAsync(Editor editor, string uri = Editor.Uri) => editor.AskAsync<List<CodeLens>>("textDocument/codeLens", new DocumentParams(new(uri)));

    private static async Task<List<(int Line, string Title)>> UsesAsync(Editor editor, string uri) =>
        [.. (await LensesAsync(editor, uri)).Where(lens => lens.Command.Command.Length == 0).Select(lens => (lens.Range.Start.Line, lens.Command.Title))];

    /// <summary>Writes a file, and gives its URI.</summary>
    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return new Uri(path).AbsoluteUri;
    }
}
