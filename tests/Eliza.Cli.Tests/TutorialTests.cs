using System.Diagnostics;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>The ten steps of docs/script-language.md. Their lines are saved while the command runs, and the guest's lines are typed into it.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class TutorialTests : IDisposable
{
    private const string Command = "    eliza ";
    private const string Fence = "```";
    private const string Initial = "initial: ";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _script = [];
    private Process? _chat;

    private string ScriptPath => _folder["scripts/innkeeper.txt"];

    public void Dispose()
    {
        _chat?.Kill();
        _chat?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_step_answers_as_printed()
    {
        Directory.CreateDirectory(_folder["scripts"]);
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "script-language.md"));
        var steps = page.SkipWhile(line => line != "## Ten steps to a bot").TakeWhile(line => line != "### What next").ToList();
        var command = steps.First(line => line.StartsWith(Command, StringComparison.Ordinal))[Command.Length..].Split(' ');
        var replies = 0;
        for (var number = 0; number < steps.Count; number++)
        {
            if (!steps[number].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            var block = steps.Skip(number + 1).TakeWhile(line => line != Fence).ToList();
            switch (steps[number][Fence.Length..])
            {
                case "talk":
                    await TalkAsync(command, block);
                    replies += block.Count / 2;
                    break;
                case var info:
                    await SaveAsync(info, block);
                    break;
            }
            number += block.Count + 1;
        }
        replies.ShouldBeGreaterThan(20);
        (await LocalProcess.RunAsync("", "check", ScriptPath)).ShouldBe((0, "", ""));
    }

    private async Task SaveAsync(string info, List<string> block)
    {
        if (info == "eliza instead")
        {
            var from = _script.IndexOf(block[0]);
            _script.RemoveRange(from, _script.Skip(from).TakeWhile(line => line.Length > 0).Count());
        }
        _script.AddRange([.. block, ""]);
        var isRunning = _chat is { HasExited: false };
        await File.WriteAllLinesAsync(ScriptPath, _script);
        if (isRunning)
            await HearAsync(line => line == $"[{Path.Combine("scripts", "innkeeper.txt")} was saved, and talks as it is now.]");
    }

    private async Task TalkAsync(string[] command, List<string> talk)
    {
        if (_chat is { HasExited: false })
            await TypeAsync("/new");
        else
            _chat = LocalProcess.StartIn(_folder.FullName, command);
        if (_script.Find(line => line.StartsWith(Initial, StringComparison.Ordinal)) is { } greeting)
            (await NextAsync()).ShouldBe(greeting[Initial.Length..]);
        foreach (var pair in talk.Chunk(2))
        {
            await TypeAsync(pair[0][2..]);
            (await NextAsync()).ShouldBe(pair[1], $"“{pair[0]}”");
        }
        if (_script.Find(line => line.StartsWith("final: ", StringComparison.Ordinal)) == $"final: {talk[^1]}")
            await _chat!.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
    }

    private async Task TypeAsync(string line)
    {
        await _chat!.StandardInput.WriteLineAsync(line);
        await _chat.StandardInput.FlushAsync();
    }

    private async Task HearAsync(Func<string, bool> isIt)
    {
        while (!isIt(await NextAsync()))
        {
        }
    }

    // The next line of the output, without prompts and without empty lines.
    private async Task<string> NextAsync()
    {
        while (true)
        {
            var line = await _chat!.StandardOutput.ReadLineAsync().WaitAsync(LocalProcess.Patience) ?? throw new InvalidOperationException("The talk ended: " + await _chat.StandardError.ReadToEndAsync());
            while (line.StartsWith("> ", StringComparison.Ordinal))
                line = line[2..];
            if (line.Length > 0)
                return line;
        }
    }
}
