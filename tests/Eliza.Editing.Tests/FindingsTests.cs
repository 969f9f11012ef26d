using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Compiler;
using Eliza.Editing.Tests.Support;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>An editor shows the same findings as the compiler.</summary>
public sealed class FindingsTests
{
    private const string Fallback = "initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: Go on.\n";

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "ELIZA*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_findings_of_the_pages_are_told_in_the_words_of_the_compiler(string page)
    {
        await using var editor = await Editor.StartAsync();
        foreach (var script in Examples(page))
        {
            var uri = $"file:///{Guid.NewGuid()}.txt";
            await editor.OpenAsync(script, uri);
            Shown(await editor.FindingsAsync(uri)).ShouldBe(ScriptCompiler.Check("parrot.txt", script).Select(Shown), script);
        }
    }

    [Fact]
    public async Task A_finding_has_a_place_a_code_and_a_page()
    {
        await using var editor = await Editor.WithAsync(Fallback + "key: yes\n  decomp: *\n    reasmb: goto xnome\n");
        var finding = (await editor.FindingsAsync()).ShouldHaveSingleItem();

        finding.Range.ShouldBe(new(new(6, 17), new(6, 22)));
        finding.Severity.ShouldBe(Severity.Error);
        finding.Code.ShouldBe("ELIZA0006");
        finding.Source.ShouldBe("eliza");
        finding.Message.ShouldBe("There is no keyword 'xnome' to go to. Did you mean 'xnone'?");

        // The page is in the repository if the build knows its address, as on GitHub. Otherwise it is beside the command.
        var page = new Uri(finding.CodeDescription!.Href);
        page.AbsolutePath.ShouldEndWith("/diagnostics/ELIZA0006.md");
        if (page.IsFile) File.ReadAllText(page.LocalPath).ShouldContain("ELIZA0006");
    }

    [Theory]
    [InlineData("synon: kin mother\n")]
    [InlineData("key: but\n  decomp: *\n    reasmb: Oh.\n")]
    [InlineData("key: a\n  decomp: *\n    reasmb: Oh.\n  decomp: * a *\n    reasmb: Ah.\n")]
    public async Task What_is_never_used_is_shown_pale(string lines)
    {
        await using var editor = await Editor.WithAsync(Fallback + lines);
        (await editor.FindingsAsync()).ShouldHaveSingleItem().Tags.ShouldBe([DiagnosticTag.Unnecessary]);
    }

    [Fact]
    public async Task Findings_follow_what_is_typed()
    {
        await using var editor = await Editor.WithAsync(Fallback + "key: yes\n  decomp: *\n    reasmb: goto xnome\n");
        (await editor.FindingsAsync()).Count.ShouldBe(1);
        await editor.TypeAsync("n", (6, 20), (6, 21));
        (await editor.FindingsAsync()).ShouldBeEmpty();
        await editor.ChangeAsync([new(null, Fallback), new(new(new(4, 0), new(4, 0)), "rubbish\n")]);
        (await editor.FindingsAsync()).ShouldHaveSingleItem().Code.ShouldBe("ELIZA0011");
    }

    [Fact]
    public async Task Several_scripts_are_kept_apart_and_one_that_is_closed_has_no_findings_left()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("rubbish", "file:///a.txt");
        await editor.OpenAsync(Fallback, "file:///b.eliza");
        await editor.FindingsAsync("file:///b.eliza");
        await editor.TypeAsync("more ", (0, 0), uri: "file:///a.txt");
        (await editor.FindingsAsync("file:///a.txt")).ShouldNotBeEmpty();
        await editor.CloseAsync("file:///a.txt");
        (await editor.PublishedAsync()).ShouldSatisfyAllConditions(one => one.Uri.ShouldBe("file:///a.txt"), one => one.Diagnostics.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("key: a\r\nrubbish", 1)]
    [InlineData("key: a\rrubbish", 1)]
    [InlineData("key: a\u2028rubbish", 0)] // the compiler's line ends here, the editor's does not
    public async Task Places_are_counted_as_the_editor_counts(string script, int line)
    {
        await using var editor = await Editor.WithAsync(script);
        (await editor.FindingsAsync()).First(finding => finding.Code == "ELIZA0011").Range.Start.ShouldBe(new(line, line == 0 ? 7 : 0));
    }

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -5, 0, 0)]
    [InlineData(99, 99, 99, 99)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 99, 2147483647, 0)]
    public async Task A_change_beyond_all_lines_is_one_at_the_nearest_place(int fromLine, int from, int toLine, int to)
    {
        await using var editor = await Editor.WithAsync("rubbish\nrubbish\n");
        await editor.TypeAsync("x", (fromLine, from), (toLine, to));
        (await editor.FindingsAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_text_that_another_has_replaced_is_read_no_further()
    {
        const int Changes = 100;
        var script = Fallback + string.Concat(Enumerable.Range(0, 2_000).Select(number => $"key: word{number}\n  decomp: * word{number} *\n    reasmb: goto xnome\n"));
        await using var editor = await Editor.WithAsync(script);
        for (var i = 0; i < Changes; i++)
            await editor.TypeAsync("#", (0, 0));
        List<int?> versions = [];
        do
        {
            versions.Add((await editor.PublishedAsync()).Version);
        }
        while (versions[^1] != Changes + 1);
        versions.ShouldBe(versions.Order());
        versions.Count.ShouldBeLessThan(Changes);
    }

    [Fact]
    public void A_reading_that_nobody_waits_for_ends() =>
        Should.Throw<OperationCanceledException>(() => ScriptView.Read(Fallback, new(canceled: true)));

    [Fact]
    public void A_document_that_is_closed_is_not_read()
    {
        var document = new Document(Editor.Uri, 1, Fallback);
        document.Dispose();
        document.ViewUnlessOutdated().ShouldBeNull();
    }

    public static IEnumerable<string> Examples(string page)
    {
        var parts = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", page + ".md")).Split("```");
        return parts.Where((_, index) => index % 2 == 1).Select(block => block[(block.IndexOf('\n') + 1)..]);
    }

    private static IEnumerable<string> Shown(IReadOnlyList<Diagnostic> findings) =>
        findings.Select(one => $"{one.Range.Start.Line + 1},{one.Range.Start.Character + 1}-{one.Range.End.Line + 1},{one.Range.End.Character + 1} {(one.Severity == Severity.Information ? "Info" : one.Severity)} {one.Code}: {one.Message}");

    private static string Shown(Finding one) => $"{one.Line},{one.Column}-{one.EndLine},{one.EndColumn} {one.Severity} {one.Id}: {one.Message}";
}
