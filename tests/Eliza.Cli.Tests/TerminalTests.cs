using System.CommandLine;
using System.Diagnostics;
using Eliza.Cli.Chatting;
using Eliza.Cli.Checking;
using Eliza.Cli.Covering;
using Eliza.Cli.Editing;
using Eliza.Cli.Evaluating;
using Eliza.Cli.Serving;
using Eliza.Cli.Tests.Support;
using Eliza.Cli.Writing;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>The command on a terminal, and with other programs.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class TerminalTests : IDisposable
{
    private const string Parrot = "initial: Ahoy!\nfinal: Farewell!\nquit: bye\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\n  reasmb: Pieces of nine!\n";
    private const string Up = "\e[A";
    private const string Left = "\e[D";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_manual_has_every_command_and_option_and_fits_on_a_screen()
    {
        var lines = Manual.Text.Split('\n');
        lines.Length.ShouldBeLessThan(24);
        lines.ShouldAllBe(line => line.Length <= 80);
        Command[] commands = [ServeCommand.Create(), ChatCommand.Create(), CheckCommand.Create(), NewCommand.Create(), CoverageCommand.Create(), LspCommand.Create(), EvaluateCommand.Create()];
        foreach (var name in commands.Select(command => $"eliza {command.Name}").Concat(commands.SelectMany(command => command.Options).Where(option => !option.Hidden).Select(option => option.Name)))
            Manual.Text.ShouldContain(name);
    }

    [Fact]
    public async Task Help_is_the_manual_and_that_of_a_command_is_its_own()
    {
        (await LocalProcess.RunAsync("", "--help")).ShouldBe((0, Manual.Text + "\n", ""));
        (await LocalProcess.RunAsync("", "chat", "--help")).Output.ShouldContain("eliza chat [options]");
    }

    [TerminalFact]
    public async Task Check_shows_the_line_a_caret_and_what_to_write_instead_in_colour()
    {
        var path = Write("parrot", Parrot + "key: 日本\n decomp: *\n  reasmb: goto 日本x\nkey: rum\n decomp: *\n  reasmb: goto xnome\n");

        var (exitCode, shown) = await new Terminal($"check {path}").EndAsync();

        exitCode.ShouldBe(1);
        shown.ShouldContain($"{path}:13:16: \e[31merror ELIZA0006\e[0m: There is no keyword 'xnome'");
        shown.ShouldContain("   13 |   reasmb: goto xnome\n      |                \e[31m^^^^^\e[0m\n   13 \e[32m+\e[0m   reasmb: goto xnone\n");
        shown.ShouldContain("      |                \e[31m^^^^^\e[0m\n   10 \e[32m+\e[0m   reasmb: goto 日本\n"); // each character takes two columns
        shown.ShouldEndWith("1 script: 2 errors, 0 warnings.\n");
    }

    [TerminalFact]
    public async Task Check_has_no_colour_where_none_is_wanted()
    {
        var path = Write("parrot", Parrot + "colour: red\n");

        var (exitCode, shown) = await new Terminal($"check {path}", ("NO_COLOR", "1")).EndAsync();

        exitCode.ShouldBe(1);
        shown.ShouldNotContain("\e[3");
        shown.ShouldContain("    8 | colour: red\n      | ^");
    }

    [TerminalFact]
    public async Task The_arrow_keys_bring_back_what_was_typed_and_move_in_it()
    {
        using var terminal = Chat();
        await terminal.HearAsync("Ahoy!");
        terminal.Press("hello\r");
        await terminal.HearAsync("Pieces of eight!");
        terminal.Press(Up + Left + "X\r");
        await terminal.HearAsync("hellXo");
        await terminal.HearAsync("Pieces of nine!");
        terminal.Press("bye\r");
        (await terminal.EndAsync()).ShouldSatisfyAllConditions(end => end.ExitCode.ShouldBe(0), end => end.Shown.ShouldEndWith("Farewell!\n"));
    }

    [TerminalFact]
    public async Task A_save_is_told_while_a_line_is_typed_and_the_line_is_kept()
    {
        using var terminal = Chat();
        await terminal.HearAsync("Ahoy!");
        terminal.Press("hel");
        await terminal.HearAsync("> hel");
        Write("parrot", Parrot.Replace("eight", "seven", StringComparison.Ordinal));
        await terminal.HearAsync("talks as it is now.]");
        await terminal.HearAsync("> hel");
        terminal.Press("lo\r");
        await terminal.HearAsync("Pieces of seven!");
    }

    [TerminalFact]
    public async Task Ctrl_C_ends_a_talk_with_a_farewell()
    {
        using var terminal = Chat();
        await terminal.HearAsync("Ahoy!");
        terminal.Press("\u0003");
        (await terminal.EndAsync()).ShouldSatisfyAllConditions(end => end.ExitCode.ShouldBe(0), end => end.Shown.ShouldEndWith("Farewell!\n"));
    }

    [Fact]
    public async Task A_talk_can_be_taken_back_played_again_explained_and_begun_anew()
    {
        var path = Write("parrot", Parrot);

        var (exitCode, output, _) = await LocalProcess.RunAsync("/undo\nhello\n/undo\nhi\nho\n/why\n/replay\n/new\nhm\n/hlep\n/help\n", "chat", "--scripts", path);

        exitCode.ShouldBe(0);
        output.ReplaceLineEndings("\n").ShouldStartWith("""
            Ahoy!
            > [You have said nothing yet.]
            > Pieces of eight!
            > [Your last line is taken back.]
            > Pieces of eight!
            > Pieces of nine!
            > Pieces of nine!
            """);
        output.ShouldContain("parrot.txt:7");
        output.ShouldContain("> > hi\nPieces of eight!\n> ho\nPieces of nine!\n> Ahoy!\n> Pieces of eight!\n> [There is no /hlep; /help says what there is.]\n> /replay");
    }

    [Theory]
    [InlineData("yes 2>/dev/null | {0} chat --plain --scripts {1} | head -n 1", "Pieces of eight!\n")]
    [InlineData("yes 2>/dev/null | {0} chat --scripts {1} | head -n 1", "Ahoy!\n")]
    [InlineData("{0} check {1} {1} --format json | head -n 1", "{\n")]
    [InlineData("{0} --help | head -n 1", "eliza: talks as ELIZA did in 1966, by the rules of scripts that you write.\n")]
    public async Task Where_nobody_reads_any_more_it_ends_and_says_nothing(string command, string output)
    {
        var path = Write("parrot", Parrot);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", string.Format(null, command, $"dotnet '{Path.Combine(AppContext.BaseDirectory, "eliza.dll")}'", path)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (said, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
            await shell.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
            (await said).ShouldBe(output);
            (await errors.WaitAsync(LocalProcess.Patience)).ShouldBeEmpty();
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task What_is_written_to_a_file_follows_what_is_there_and_is_followed_by_what_comes()
    {
        var path = Write("parrot", Parrot);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"(echo before; echo hello | dotnet '{Path.Combine(AppContext.BaseDirectory, "eliza.dll")}' chat --plain --scripts {path}; echo after) > {_folder["out"]}"]))!;
        await shell.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
        (await File.ReadAllTextAsync(_folder["out"])).ShouldBe("before\nPieces of eight!\nafter\n");
    }

    private Terminal Chat() => new($"chat --scripts {Write("parrot", Parrot)}");

    private string Write(string name, string text)
    {
        var path = _folder[name + ".txt"];
        File.WriteAllText(path, text);
        return path;
    }
}
