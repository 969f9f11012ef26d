using System.Diagnostics;
using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Generator.Language;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>The work of an author with the command, in a folder of files.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class AuthorTests : IDisposable
{
    private const string Parrot = "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_script_has_no_finding_and_talks_and_is_not_written_over()
    {
        (await LocalProcess.RunAsync("", "new", "innkeeper", "--scripts", _folder.FullName)).ExitCode.ShouldBe(0);
        (await LocalProcess.RunAsync("", "check", _folder["innkeeper.txt"])).ShouldBe((0, "", ""));
        (await LocalProcess.RunAsync("my mother\n", "chat", "--plain", "--scripts", _folder.FullName)).ShouldBe((0, "Tell me about your mother.\n", ""));
        foreach (var name in (string[])["innkeeper", "innkeeper.eliza"])
        {
            var (exitCode, _, error) = await LocalProcess.RunAsync("", "new", name, "--scripts", _folder.FullName);
            exitCode.ShouldBe(1);
            error.ShouldContain("innkeeper.txt is there already");
        }
    }

    [Fact]
    public async Task A_script_whose_file_ends_in_eliza_is_one_as_well()
    {
        (await LocalProcess.RunAsync("", "new", "innkeeper.eliza", "--scripts", _folder.FullName)).ExitCode.ShouldBe(0);
        (await LocalProcess.RunAsync("", "check", _folder["innkeeper.eliza"], _folder.FullName)).ShouldBe((0, "", ""));
        (await LocalProcess.RunAsync("my mother\n", "chat", "--plain", "--scripts", _folder.FullName, "--model", "innkeeper")).ShouldBe((0, "Tell me about your mother.\n", ""));
        File.Copy(_folder["innkeeper.eliza"], _folder["innkeeper.txt"]);
        (await LocalProcess.RunAsync("", "check", _folder.FullName)).Output.ShouldContain("ELIZA0010: The scripts 'innkeeper.eliza' and 'innkeeper.txt' would both be called 'Innkeeper'.");
    }

    [Fact]
    public async Task Check_tells_what_a_build_tells_and_fails_for_errors_only_unless_it_is_strict()
    {
        var path = Write("parrot", Parrot.Replace("initial: Ahoy!", "", StringComparison.Ordinal));
        var (exitCode, output, _) = await LocalProcess.RunAsync("", "check", _folder.FullName);
        exitCode.ShouldBe(0);
        output.ShouldStartWith($"{path}(1,1): warning ELIZA0048: ");
        (await LocalProcess.RunAsync("", "check", _folder.FullName, "--strict")).ExitCode.ShouldBe(1);

        Write("parrot", Parrot + "key: rum\n decomp: *\n  reasmb: goto xnome\n");
        (exitCode, output, _) = await LocalProcess.RunAsync("", "check", path, "--format", "json");
        exitCode.ShouldBe(1);
        var finding = JsonDocument.Parse(output).RootElement.GetProperty("findings")[0];
        finding.GetProperty("id").GetString().ShouldBe("ELIZA0006");
        finding.GetProperty("helpLink").GetString().ShouldBe(FindingPages.AddressOf("ELIZA0006"));
        finding.GetProperty("replacements")[0].GetProperty("text").GetString().ShouldBe("xnone");
        (await LocalProcess.RunAsync("", "check", path, "--format", "github")).Output.ShouldStartWith($"::error file={path},line=7,col=16,endLine=7,endColumn=21,title=ELIZA0006%3A Unknown goto::There is no keyword");
        (await LocalProcess.RunAsync("", "check", path, "--format", "sarif")).Output.ShouldContain("\"ruleId\": \"ELIZA0006\"");
    }

    [Fact]
    public async Task A_script_that_is_saved_goes_on_with_the_talk_and_one_in_error_leaves_the_last_good_one_talking()
    {
        Write("parrot", Parrot);
        using var chat = LocalProcess.Start(["chat", "--scripts", _folder.FullName]);
        (await AskAsync(chat, "hello", "Pieces of eight!")).ShouldBeTrue();

        Write("parrot", Parrot.Replace("eight", "nine", StringComparison.Ordinal));
        (await HearAsync(chat, "talks as it is now")).ShouldBeTrue();
        (await AskAsync(chat, "hello", "Pieces of nine!")).ShouldBeTrue();

        Write("parrot", Parrot + "colour: red\n");
        (await HearAsync(chat, "ELIZA0012")).ShouldBeTrue();
        (await AskAsync(chat, "hello", "Pieces of nine!")).ShouldBeTrue();
        chat.Kill();
    }

    [Fact]
    public async Task Check_goes_on_and_tells_what_is_wrong_with_each_save_while_it_watches()
    {
        Write("parrot", Parrot);
        using var check = LocalProcess.Start(["check", "--watch", _folder.FullName]);
        // The first save may come before the files are watched. Then it belongs to the first report.
        for (var save = 0; save < 2; save++)
        {
            Write("parrot", Parrot + $"colour{save}: red\n");
            (await HearAsync(check, $"'colour{save}:'")).ShouldBeTrue();
        }
        Write("parrot", Parrot.Replace("eight", "nine", StringComparison.Ordinal));
        (await HearAsync(check, "talks as it is now")).ShouldBeTrue();
        check.HasExited.ShouldBeFalse();
        check.Kill();
    }

    [Fact]
    public async Task A_script_in_a_folder_within_or_with_another_ending_is_named()
    {
        Write("parrot", Parrot);
        Directory.CreateDirectory(_folder["birds"]);
        File.WriteAllText(_folder["birds/crow.txt"], Parrot);
        File.WriteAllText(_folder["raven.md"], Parrot);
        File.WriteAllText(_folder["notes.md"], "Ravens do not say more than one thing.\n");

        var (exitCode, output, error) = await LocalProcess.RunAsync("", "check", _folder.FullName);

        (exitCode, output).ShouldBe((0, ""));
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(' ')])
            .ShouldBe([_folder["birds/crow.txt"], _folder["raven.md"]]);
    }

    [Fact]
    public async Task Paths_that_are_given_to_dotnet_run_begin_where_it_is_run()
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", "src/Eliza.Cli", "--", "check", "scripts/doctor.txt"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
        })!;
        (await run.StandardError.ReadToEndAsync()).ShouldBe("");
        await run.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_misspelt_option_gets_a_suggestion()
    {
        var (exitCode, _, error) = await LocalProcess.RunAsync("", "--ulrs", "http://127.0.0.1:0");
        exitCode.ShouldBe(2);
        error.ShouldContain("Did you mean '--urls'?");
    }

    private static async Task<bool> AskAsync(Process chat, string line, string reply)
    {
        await chat.StandardInput.WriteLineAsync(line);
        await chat.StandardInput.FlushAsync();
        return await HearAsync(chat, reply);
    }

    private static async Task<bool> HearAsync(Process chat, string text)
    {
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        while (await chat.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private string Write(string name, string text)
    {
        var path = _folder[name + ".txt"];
        File.WriteAllText(path, text);
        return path;
    }
}
