using Eliza.Build.Tests.Support;
using Eliza.Testing;

namespace Eliza.Build.Tests;

/// <summary>List scripts of other authors, copied unchanged into <c>scripts/</c>. Each becomes a model with the name of its file.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
[Collection(Builds.Name)]
public sealed class ListScriptTests : IClassFixture<ListScriptTests.Copies>
{
    private readonly WorkingCopy _copy;

    public ListScriptTests(WorkingCopy copy, Copies copies)
    {
        _copy = copy;
        copies.Prepare(copy);
    }

    [SharedTheory]
    [InlineData("doctor-1966-cacm", "weizenbaum_1966_cacm_conversation")]
    [InlineData("tape-100", "michie_1968_tape-100")]
    public async Task A_script_of_the_sixties_repeats_its_recorded_conversation(string model, string conversation) =>
        await Check(model, [.. File.ReadLines(Repository.SharedFile($"vectors/conversations/{conversation}.tsv"))
            .Select(row => row.Split('\t')).Select(row => (row[0], row[1]))]);

    [SharedFact]
    public async Task The_Turing_machine_decides_palindromes() =>
        await Check("palindrome-turing-machine",
            [("palp a", "TRUE"), ("palp a b", "FALSE"), ("palp a b b a", "TRUE"), ("palp a b a b", "FALSE"), ("palp b a b a b", "TRUE"), ("palp b a a b b", "FALSE")]);

    /// <summary>Plays a session through <c>chat --plain</c> and through HTTP, where each request has the conversation so far.</summary>
    private async Task Check(string model, IReadOnlyList<(string Line, string Reply)> session)
    {
        _copy.Chat(model, [.. session.Select(turn => turn.Line)]).ShouldBe(session.Select(turn => turn.Reply));

        using var server = await Server.StartAsync(_copy);
        var turns = new List<string>();
        foreach (var (line, reply) in session)
        {
            turns.Add(line);
            (await server.ReplyAsync(model, turns)).ShouldBe(reply, customMessage: line);
            turns.Add(reply);
        }
    }

    /// <summary>The scripts in the working copy. It is built once, and the scripts are removed at the end.</summary>
    public sealed class Copies : IDisposable
    {
        private readonly List<string> _scripts = [];

        public void Prepare(WorkingCopy copy)
        {
            if (_scripts.Count > 0) return;
            foreach (var name in (string[])["doctor-1966-cacm", "tape-100", "palindrome-turing-machine"])
            {
                var script = copy[$"scripts/{name}.txt"];
                File.Copy(Repository.SharedFile($"scripts/{name}.txt"), script);
                _scripts.Add(script);
            }

            copy.Build().ShouldSucceed().Messages("warning").ShouldBeEmpty();
        }

        public void Dispose() => _scripts.ForEach(File.Delete);
    }
}
