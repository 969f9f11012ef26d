using Eliza.Engine.Tests.Support;
using Eliza.Plain;

namespace Eliza.Engine.Tests;

/// <summary>The rules of the line language: small scripts with sessions, for compiled scripts and the plain interpreter.</summary>
public sealed class LineLanguageTests
{
    private const string Usual = "initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: Go on.\n";

    // ---- A class as a keyword -------------------------------------------------------------------------------

    [Fact]
    public void A_class_is_one_keyword_for_all_its_words_whose_replies_they_share() => Check(
        "synon: sad unhappy low\nkey: @sad\ndecomp: *\nreasmb: One.\nreasmb: Two.\nreasmb: Three.",
        ("unhappy", "One."), ("I am low", "Two."), ("SAD", "Three."));

    [Fact]
    public void A_class_is_queued_once_in_a_clause() => Check(
        "synon: sad unhappy low\nkey: @sad 1\ndecomp: *\nreasmb: newkey\nreasmb: Again.\nkey: x\ndecomp: *\nreasmb: X.",
        ("unhappy low sad x", "X."), ("low", "Again."));

    [Fact]
    public void A_class_stands_in_line_by_its_rank_and_where_its_first_word_stands() => Check(
        "synon: a b\nkey: @a\ndecomp: *\nreasmb: A.\nkey: x\ndecomp: *\nreasmb: X.\nkey: y 1\ndecomp: *\nreasmb: Y.",
        ("b x", "A."), ("x b a", "X."), ("b y", "Y."));

    [Fact]
    public void Goto_goes_to_a_class_by_any_of_its_words_and_by_its_name() => Check(
        "synon: a b c\nkey: @a\ndecomp: *\nreasmb: One.\nreasmb: Two.\nreasmb: Three.\nkey: x\ndecomp: *\nreasmb: goto c\nreasmb: goto a\nreasmb: goto @a",
        ("x", "One."), ("x", "Two."), ("x", "Three."));

    [Fact]
    public void A_word_of_a_class_keeps_a_keyword_of_its_own_wherever_that_stands() => Check(
        "synon: a b c\nkey: b\ndecomp: *\nreasmb: Own.\nkey: @a\ndecomp: *\nreasmb: Class.\nkey: c\ndecomp: *\nreasmb: Its.\nkey: x\ndecomp: *\nreasmb: goto b",
        ("a", "Class."), ("b", "Own."), ("c", "Its."), ("x", "Own."));

    [Fact]
    public void A_word_of_two_classes_brings_up_the_one_that_is_declared_first() => Check(
        "synon: a b\nsynon: c b\nkey: @c\ndecomp: *\nreasmb: C.\nkey: @a\ndecomp: *\nreasmb: A.",
        ("b", "C."), ("a", "A."));

    [Fact]
    public void A_member_names_its_class_in_patterns_and_keywords() => Check(
        "synon: mother mom mum\nkey: @mum\ndecomp: my @mom *\nreasmb: Your (1) (2)?",
        ("my mother cooks", "Your mother cooks?"), ("my mum cooks", "Your mum cooks?"));

    [Theory]
    [InlineData("synon: a b\nsynon: c b\nkey: x\ndecomp: @b @a @c\nreasmb: X.")]
    [InlineData("key: @ghost\ndecomp: *\nreasmb: Boo.")]
    [InlineData("synon: a b\nkey: @a\ndecomp: *\nreasmb: A.\nkey: @b\ndecomp: *\nreasmb: B.")]
    public void A_class_that_is_not_there_or_twice_a_keyword_is_refused(string rules)
    {
        Should.Throw<ArgumentException>(() => TestScripts.CompileAnew(Usual + rules));
        Should.Throw<FormatException>(() => Talker.With(Usual + rules));
    }

    // ---- xnone ----------------------------------------------------------------------------------------------

    [Fact]
    public void Only_a_goto_goes_to_xnone() => Check(
        "pre: foo xnone\nkey: x\ndecomp: *\nreasmb: goto xnone\nkey: y\ndecomp: * xnone *\nreasmb: You said it.\ndecomp: $ * y *\nreasmb: Earlier (2).\ndecomp: *\nreasmb: Y.",
        ("y mine", "Y."), ("xnone", "Earlier mine."), ("xnone", "Go on."), ("foo", "Go on."), ("x", "Go on."), ("y xnone", "You said it."));

    // ---- Memory ---------------------------------------------------------------------------------------------

    [Fact]
    public void Reasm_for_memory_is_a_decomposition_with_a_dollar_just_before_its_own() => Check(
        "key: my\ndecomp: * my *\nreasmb: Your (2)?\nreasm_for_memory: Earlier (2).\nreasmb: Really?\nreasm_for_memory: You had (2).\ndecomp: *\nreasmb: No.",
        ("my cat", "Your cat?"), ("my dog", "Really?"), ("x", "Earlier cat."), ("x", "You had dog."), ("x", "Go on."));

    // ---- Replies --------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("(1) ?", "A b?")]
    [InlineData("(1) ?!", "A b?!")]
    [InlineData("Oh (1) , (2) .", "Oh a b,.")]
    [InlineData("(2) , x", ", X")]
    [InlineData("Tell me of (2).", "Tell me of.")]
    [InlineData("Tell me of (2) !", "Tell me of!")]
    [InlineData("(1) :-)", "A b :-)")]
    [InlineData("(1) .NET", "A b .NET")]
    [InlineData("It costs .50", "It costs .50")]
    [InlineData("Et votre père ?", "Et votre père ?")]
    [InlineData("Great :-)", "Great :-)")]
    [InlineData("'(1)' ?", "'a b' ?")]
    [InlineData("Go on , please", "Go on , please")]
    [InlineData("(1)?", "A b?")]
    public void A_blank_is_dropped_before_the_punctuation_of_a_component_and_nowhere_else(string text, string reply) =>
        Check($"key: x\ndecomp: * x *\nreasmb: {text}", ("a b x", reply.Replace("'a b'", "'A b'", StringComparison.Ordinal)));

    [Theory]
    [InlineData("iPhone users", "iPhone users")]
    [InlineData("'eBay' it is", "'eBay' it is")]
    [InlineData("e-Mail", "e-Mail")]
    [InlineData("so do I", "So do I")]
    [InlineData("don't", "Don't")]
    [InlineData("7 of them", "7 of them")]
    [InlineData("éa", "Éa")]
    [InlineData("გული", "გული")]
    [InlineData("ǆ", "ǅ")]
    [InlineData("…well", "…Well")]
    public void A_reply_begins_with_a_capital_unless_its_first_word_has_one_further_on(string text, string reply) =>
        Check($"key: x\ndecomp: *\nreasmb: {text}", ("x", reply));

    [Theory]
    [InlineData("Everybody hates me", "Really, everybody?")]
    [InlineData("\"Everybody\" hates me", "Really, everybody?")]
    [InlineData("..., Everybody hates me", "Really, everybody?")]
    [InlineData("Well, Everybody hates me", "Really, Everybody?")]
    [InlineData("EVERYBODY hates me", "Really, EVERYBODY?")]
    [InlineData("John hates me", "Really, John?")]
    [InlineData("Élodie hates me", "Really, élodie?")]
    [InlineData("A hates me", "Really, A?")]
    [InlineData("McX hates me", "Really, McX?")]
    [InlineData("Somebody hates me", "Really, Somebody?")]
    public void A_capital_that_only_began_the_line_is_not_shown(string line, string reply) => Check(
        "synon: nobody everybody élodie mcx a Somebody\nsynon: john\nkey: hates\ndecomp: * hates *\nreasmb: Really, (1)?\nkey: x\ndecomp: @john @nobody\nreasmb: Yes.\nquit: somebody".Replace("synon: john", "synon: John", StringComparison.Ordinal).Replace("@john", "@John", StringComparison.Ordinal),
        (line, reply));

    // ---- Greetings and farewells ----------------------------------------------------------------------------

    [Fact]
    public void A_conversation_without_a_seed_has_the_first_greeting_and_farewell()
    {
        var conversation = TestScripts.Compile(Several).Start();
        conversation.Greeting.ShouldBe("Hello.");
        conversation.Reply("bye").ShouldBe("Goodbye.");
        conversation.Script.Greeting.ShouldBe("Hello.");
        conversation.Script.Farewell.ShouldBe("Goodbye.");
        Talker.With(Several).Reply("bye").ShouldBe("Goodbye.");
    }

    [Fact]
    public void A_seed_picks_a_greeting_and_a_farewell_which_stay()
    {
        var script = TestScripts.Compile(Several);
        HashSet<(string, string)> picked = [];
        for (var seed = 0; seed < 100; seed++)
        {
            var conversation = script.Start(seed);
            var farewell = conversation.Reply("bye");
            picked.Add((conversation.Greeting, farewell));
            conversation.Reply("bye").ShouldBe(farewell);
            script.Start(seed).Greeting.ShouldBe(conversation.Greeting);
            script.Resume(script.Start(seed).State).Reply("bye").ShouldBe(farewell);
        }

        picked.Count.ShouldBe(6);
    }

    private const string Several = "initial: Hello.\nfinal: Goodbye.\ninitial: Good day.\ninitial: Hi.\nfinal: See you.\nquit: bye\nkey: xnone\ndecomp: *\nreasmb: Go on.";

    // ---- The characters of rules ----------------------------------------------------------------------------

    [Fact]
    public void Rules_are_cut_into_words_as_lines_are() => Check(
        "synon: pets, cat; dog\npre: “mum” *mother*\npost: i: you\nquit: so long!\nkey: my,\ndecomp: * my/our @pets *\nreasmb: (2) (3)?\ndecomp: my mother *\nreasmb: Your mother (1)?\nkey: €5 2\ndecomp: *\nreasmb: Five.",
        ("my our pets sleep", "Pets sleep?"), ("my mum and i", "Your mother and you?"), ("So long", "Goodbye."), ("5 my", "Five."));

    private static void Check(string rules, params (string Line, string Reply)[] session)
    {
        var plain = Talker.With(Usual + rules);
        foreach (var (line, reply) in session) plain.Reply(line).ShouldBe(reply, $"{line}, to the plain interpreter");
        var compiled = TestScripts.Compile(Usual + rules).Start();
        foreach (var (line, reply) in session) compiled.Reply(line).ShouldBe(reply, line);
    }
}
