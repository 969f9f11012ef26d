using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;
using Case = Eliza.Engine.Tests.Differential.Case;

namespace Eliza.Engine.Tests.Reference;

/// <summary>Repeats the recorded conversations and compares each reply.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void Compiled_scripts_say_what_the_reference_said() => Replay(script =>
    {
        var conversation = TestScripts.CompileAnew(script).Start();
        return line => conversation.Reply(line);
    });

    [Fact]
    public void The_plain_interpreter_says_what_the_reference_said() => Replay(script => Talker.With(script).Reply);

    [Fact]
    public void Every_reassembly_of_the_scripts_written_by_hand_has_its_turn()
    {
        var count = Directory.GetFiles(Path.Combine(Repository.Root, "tests/reference/scripts")).Length;
        foreach (var talk in Recording.Talks.Take(count))
        {
            var talker = Talker.With(talk.Script);
            foreach (var line in talk.Lines) talker.Reply(line);
            talker.Reassemblies.Except(talker.Uses).ShouldBeEmpty(talk.Script);
        }
    }

    private static void Replay(Func<string, Func<string, string>> talk)
    {
        foreach (var (script, lines, replies) in Recording.Talks)
        {
            var reply = talk(script);
            replies.Count.ShouldBe(lines.Count);
            foreach (var (line, recorded) in lines.Zip(replies))
                if (reply(line) is var said && said != recorded) said.ShouldBe(recorded, customMessage: $"{Case.Quoted(line)}\n{script}");
        }
    }
}
