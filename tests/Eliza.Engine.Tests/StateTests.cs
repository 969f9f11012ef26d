using System.Collections.Immutable;
using System.Text;
using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>A state that a client sends back is accepted only by its own script. Its JSON form obeys the same rule.</summary>
public sealed class StateTests
{
    private const string Rules = """
        initial: Hi.
        key: xnone
          decomp: *
            reasmb: one
            reasmb: two
        key: a
          decomp: $ * a *
            reasmb: you said (2)
          decomp: *
            reasmb: I see
            reasmb: really

        """;

    private static readonly Script Line = TestScripts.Compile(Rules);

    private static readonly Script List = TestScripts.Compile("(HI) (A ((0) (ONE) (TWO))) (NONE ((0) (NONE))) (MEMORY A (0 = M 1) (0 = M 1) (0 = M 1) (0 = M 1))");

    private static readonly ConversationState Talked = StateOf(Line, "a 1", "a 2", "b");

    public static TheoryData<string, ConversationState> NotOfThisScript => new()
    {
        { "a next reassembly below the first", Talked with { NextReassemblies = [-1, 0, 0] } },
        { "a next reassembly above the last", Talked with { NextReassemblies = [2, 0, 0] } },
        { "a next reassembly above the only one", Talked with { NextReassemblies = [0, 1, 0] } },
        { "a next reassembly far above", Talked with { NextReassemblies = [0, 0, int.MaxValue] } },
        { "too few next reassemblies", Talked with { NextReassemblies = [0, 0] } },
        { "too many next reassemblies", Talked with { NextReassemblies = [0, 0, 0, 0] } },
        { "no next reassemblies", Talked with { NextReassemblies = [] } },
        { "no array of next reassemblies", Talked with { NextReassemblies = default } },
        { "no array of memories", Talked with { Memories = default } },
        { "more memories than are kept", Talked with { Memories = [.. Enumerable.Repeat("x", 21)] } },
        { "memories longer than are kept", Talked with { Memories = [new string('x', 600_000), new string('x', 600_000)] } },
        { "a memory that is null", Talked with { Memories = [null!] } },
        { "a memory with half a character", Talked with { Memories = ["\uD83D"] } },
        { "a memory with the other half", Talked with { Memories = ["\uDE00\uD83D\uFFFD"] } },
        { "fewer turns than none", Talked with { Turns = -1 } },
        { "a store below nothing", Talked with { Store = -1 } },
        { "a store above all", Talked with { Store = int.MaxValue } },
        { "another fingerprint", Talked with { Script = Talked.Script + 1 } },
        { "a script in the other language", StateOf(List, "a", "b") },
        { "one reply fewer", StateOf(TestScripts.Compile(Rules.Replace("    reasmb: really\n", "", StringComparison.Ordinal)), "a 1") },
        { "one reply more", StateOf(TestScripts.Compile(Rules + "    reasmb: so\n"), "a 1") },
        { "another reply", StateOf(TestScripts.Compile(Rules.Replace("really", "truly", StringComparison.Ordinal)), "a 1") },
        { "a reply that begins differently", StateOf(TestScripts.Compile(Rules.Replace("reasmb: one", "reasmb: two one", StringComparison.Ordinal)), "a 1") },
        { "another rank", StateOf(TestScripts.Compile(Rules.Replace("key: a", "key: a 1", StringComparison.Ordinal)), "a 1") },
        { "another reflection", StateOf(TestScripts.Compile(Rules + "post: my your\n"), "a 1") },
    };

    [Theory, MemberData(nameof(NotOfThisScript))]
    public void A_state_that_does_not_fit_is_refused(string why, ConversationState state)
    {
        Should.Throw<ArgumentException>(() => Line.Resume(state), why).ParamName.ShouldBe("state");
        _ = state.GetHashCode();
        state.Equals(state with { }).ShouldBeTrue();
    }

    [Fact]
    public void Comments_blank_lines_and_the_file_a_script_stands_in_leave_its_states_as_they_are()
    {
        var other = TestScripts.Compile("# A comment.\n\n" + Rules.Replace("  decomp", "\tdecomp", StringComparison.Ordinal));
        other.Resume(Talked).Reply("c").ShouldBe("You said 2");
    }

    [Fact]
    public void A_state_as_JSON_is_short_and_tells_what_it_is() =>
        (Talked with { Script = 0xABC, Memories = ["é “1”"] }).ToJson()
            .ShouldBe("""{"script":"0000000000000abc","turns":3,"store":8388608,"next":[0,0,0,0,0],"memories":["\u00E9 \u201C1\u201D"]}""");

    public static TheoryData<string> NoStates
    {
        get
        {
            var json = Talked.ToJson();
            return
            [
                "", " ", "null", "[]", "{}", "0", "\"\"", json + " 1", json + json, json[..^1], "[" + json + "]", json.Replace("turns", "Turns", StringComparison.Ordinal),
                json.Replace("\"turns\":3", "\"turns\":3.5", StringComparison.Ordinal), json.Replace("\"turns\":3", "\"turns\":99999999999", StringComparison.Ordinal),
                json.Replace("\"turns\":3", "\"turns\":\"2\"", StringComparison.Ordinal), json.Replace("\"turns\":3", "\"turns\":3,\"turns\":3", StringComparison.Ordinal),
                json.Replace("\"turns\":3,", "", StringComparison.Ordinal), json.Replace("{", "{\"more\":1,", StringComparison.Ordinal), json.Replace("}", ",\"more\":1}", StringComparison.Ordinal),
                json.Replace("[0", "[null", StringComparison.Ordinal), json.Replace("[0", "[[0]", StringComparison.Ordinal), json.Replace("[0", "[1e99", StringComparison.Ordinal),
                json.Replace(",", ",,", StringComparison.Ordinal), json.Replace("}", ",}", StringComparison.Ordinal), "/**/" + json,
                json.Replace("\"script\":\"", "\"script\":\"0", StringComparison.Ordinal), json.Replace("\"script\":\"", "\"script\":\" ", StringComparison.Ordinal),
                """{"script":"ABCDEF0123456789","turns":0,"store":0,"next":[],"memories":[]}""",
                "\uFEFF" + json,
            ];
        }
    }

    [Theory, MemberData(nameof(NoStates))]
    public void A_text_that_is_no_state_is_refused(string json) => Should.Throw<FormatException>(() => ConversationState.Parse(json));

    [Fact]
    public void A_text_that_is_too_long_or_too_deep_or_holds_half_a_character_is_refused()
    {
        const string Half = """{"script":"abcdef0123456789","turns":0,"store":0,"next":[],"memories":["\uD83D"]}""";
        foreach (var text in new[] { Half, Half.Replace("\\uD83D", "\uD83D", StringComparison.Ordinal), new string(' ', 40_000_000), "{\"script\":" + new string('[', 100_000), Talked.ToJson().Replace("[0", "[" + new string('[', 100_000), StringComparison.Ordinal) })
            Should.Throw<FormatException>(() => ConversationState.Parse(text));
    }

    [Fact]
    public void A_state_goes_through_JSON_unchanged()
    {
        foreach (var memory in new[] { "", "a\"b\\c\n\t\0", "😀", "\u2028<script>", "\uFFFD", new('é', 50_000) })
        {
            var state = Talked with { Memories = ["x", memory, ""] };
            var back = ConversationState.Parse(state.ToJson());
            back.ShouldBe(state);
            back.ToJson().ShouldBe(state.ToJson());
            Line.Resume(back).State.ShouldBe(state);
        }
    }

    [Fact]
    public void A_text_is_refused_or_is_a_state_that_is_refused_or_talked_with() => Fuzz.Try(3_000, Edited, Read);

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Read);

    /// <summary>A state after a client has removed, doubled, replaced or inserted characters.</summary>
    private static byte[] Edited(Random dice)
    {
        var json = new StringBuilder((dice.Next(2) == 0 ? Talked : StateOf(List, "a b", "b", "a c")).ToJson());
        for (var edits = dice.Next(0, 5); edits > 0; edits--)
        {
            var place = dice.Next(json.Length);
            switch (dice.Next(4))
            {
                case 0: json.Remove(place, Math.Min(dice.Next(1, 8), json.Length - place)); break;
                case 1: json.Insert(place, OddText.Next(dice, ["next", "\"turns\":", "[1]", "-1", "2147483648", "\\u0041", "null"], 3)); break;
                case 2: json.Insert(place, json.ToString(place, Math.Min(dice.Next(1, 20), json.Length - place))); break;
                default: json[place] = "0123456789-,:[]{}\"\\ue"[dice.Next(21)]; break;
            }

            if (json.Length == 0) json.Append('x');
        }

        return Encoding.Unicode.GetBytes(json.ToString());
    }

    /// <summary>A text is refused, or is a state whose JSON gives the same state. A script refuses that state, or continues with it.</summary>
    private static void Read(byte[] text)
    {
        ConversationState state;
        try
        {
            state = ConversationState.Parse(Encoding.Unicode.GetString(text));
        }
        catch (FormatException)
        {
            return;
        }

        ConversationState.Parse(state.ToJson()).ShouldBe(state);
        foreach (var script in new[] { Line, List })
        {
            Conversation conversation;
            try
            {
                conversation = script.Resume(state);
            }
            catch (ArgumentException)
            {
                continue;
            }

            conversation.State.ShouldBe(state);
            foreach (var line in new[] { "a 2", "b", "c", "a", "" }) conversation.Reply(line).ShouldNotBeNull();
            script.Resume(conversation.State).State.ShouldBe(conversation.State);
        }
    }

    private static ConversationState StateOf(Script script, params ImmutableArray<string> lines)
    {
        var conversation = script.Start();
        foreach (var line in lines) conversation.Advance(line);
        return conversation.State;
    }
}
