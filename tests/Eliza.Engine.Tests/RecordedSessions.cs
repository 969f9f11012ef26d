using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>Compares the recordings of the reference implementation with another implementation.</summary>
public abstract class RecordedSessions
{
    /// <summary>Begins a conversation.</summary>
    protected abstract Func<string, string> Talk(string script);

    public static TheoryData<string> Conversations => new(Vectors.Conversations.DefaultIfEmpty("none"));

    public static TheoryData<string> Probes => new(Vectors.Probes.DefaultIfEmpty("none"));

    [SharedTheory]
    [MemberData(nameof(Conversations))]
    public void A_recorded_conversation_is_repeated_reply_for_reply(string name) => Check(Vectors.Conversation(name));

    [SharedTheory]
    [MemberData(nameof(Probes))]
    public void A_probe_is_answered_as_the_reference_answers_it(string name) => Check(Vectors.Probe(name));

    private void Check((string Script, List<(string Line, string Reply)> Session) recorded)
    {
        var talk = Talk(recorded.Script);
        recorded.Session.ShouldNotBeEmpty();
        foreach (var (line, reply) in recorded.Session) talk(line).ShouldBe(reply, customMessage: line);
    }

    [SharedFact]
    public void Every_recorded_match_is_repeated()
    {
        var rows = Vectors.Rows("probes/match.tsv").ToList();
        rows.Count.ShouldBe(1500);
        var keywords = rows.Select(row => row[0]).Distinct().Index().ToDictionary(pattern => pattern.Item, pattern => $"K{pattern.Index}");
        var talk = Talk($"""
            (HI)
            {string.Join('\n', keywords.Select(pattern => $"({pattern.Value} (({pattern.Value} {pattern.Key}) (. {Components(pattern.Key)} .)) ((0) (NO)))"))}
            (NONE ((0) (NONE)))
            (MEMORY K0 (K0 = M) (K0 = M) (K0 = M) (K0 = M))
            """);
        foreach (var row in rows)
        {
            var expected = row[2] == "0" ? "NO" : string.Join(' ', $". {row[3].Replace("|", " / ")} .".Split(' ', StringSplitOptions.RemoveEmptyEntries));
            talk($"{keywords[row[0]]} {row[1]}").ShouldBe(expected, customMessage: $"{row[0]} on {row[1]}");
        }

        static string Components(string pattern) => string.Join(" / ", pattern.Split(' ').Select((_, i) => $"{i + 2}"));
    }

    [SharedFact]
    public void The_hash_of_every_recorded_word_chooses_the_memory()
    {
        var rows = Vectors.Rows("probes/hash.tsv").Skip(1).ToList();
        rows.Count.ShouldBe(677);
        foreach (var row in rows.Where(row => row[0] is not ("," or "." or "BUT")))
        {
            var talk = Talk("""
                (HI)
                (KEY ((0) (NOTED)))
                (NONE ((0) (NONE)))
                (MEMORY KEY (0 = R0) (0 = R1) (0 = R2) (0 = R3))
                """);
            talk($"KEY {row[0]}").ShouldBe("NOTED", customMessage: row[0]);
            talk("");
            talk("").ShouldBe("R" + row[1], customMessage: row[0]);
        }
    }
}

public sealed class Recorded_sessions_with_the_plain_interpreter : RecordedSessions
{
    protected override Func<string, string> Talk(string script) => Talker.With(script).Reply;
}

public sealed class Recorded_sessions_with_compiled_scripts : RecordedSessions
{
    protected override Func<string, string> Talk(string script)
    {
        var conversation = TestScripts.Compile(script).Start();
        return line => conversation.Reply(line);
    }
}
