using Eliza.Compiler;
using Eliza.Engine.Tests.Support;
using Eliza.Plain;

namespace Eliza.Engine.Tests;

/// <summary>
/// Common mistakes in implementations of the list language. Each test has the number from the language's description, a small
/// script and a session.
/// </summary>
public abstract class Gotchas
{
    protected abstract Func<string, string> Talk(string script);

    protected abstract bool IsRefused(string script);

    private static readonly string Rest = """

        (NONE ((0) (NONE1) (NONE2) (NONE3)))
        (MEMORY MEM (0 MEM 0 = M0 3) (0 MEM 0 = M1 3) (0 MEM 0 = M2 3) (0 MEM 0 = M3 3))
        (MEM ((0 MEM 0) (GOTMEM 3)))
        """;

    private void Check(string rules, params (string Line, string Reply)[] session)
    {
        var talk = Talk("(HI)\n" + rules + Rest);
        foreach (var (line, reply) in session) talk(line).ShouldBe(reply, customMessage: line);
    }

    [Fact]
    public void G01_memories_surface_on_the_third_seventh_and_eleventh_reply() => Check(
        "",
        ("mem one here", "GOTMEM ONE HERE"), ("mem two here", "GOTMEM TWO HERE"), ("x", "M3 ONE HERE"),
        ("x", "NONE1"), ("x", "NONE2"), ("x", "NONE3"), ("x", "M3 TWO HERE"),
        ("mem three here", "GOTMEM THREE HERE"), ("x", "NONE1"), ("x", "NONE2"), ("x", "M3 THREE HERE"));

    [Fact]
    public void G02_only_a_new_highest_precedence_goes_to_the_front_of_the_keystack()
    {
        (string Word, int Precedence)[] keywords = [("B", 1), ("C", 2), ("D", 5), ("E", 3), ("F", 5), ("A", 0)];
        string[] order = ["D", "C", "B", "E", "F", "A"];
        for (var n = 0; n < order.Length; n++)
        {
            var rules = keywords.Select(keyword => $"({keyword.Word} {keyword.Precedence} ((0) ({(order.Take(n).Contains(keyword.Word) ? "NEWKEY" : keyword.Word)})))");
            Check(string.Join('\n', rules), ("b c d e f a", order[n]));
        }
    }

    [Fact]
    public void G03_a_word_is_substituted_once_and_its_substitute_not_again() => Check(
        "(I = YOU ((0) (1))) (YOU = I) (MYSELF = YOURSELF) (YOURSELF = MYSELF)",
        ("I you myself yourself I", "YOU I YOURSELF MYSELF YOU"));

    [Fact]
    public void G04_a_word_that_only_substitutes_does_not_make_a_clause_count() => Check(
        "(ME = YOU) (A ((0) (SAW 1)))",
        ("me, a x", "SAW A X"), ("me, me", "NONE1"), ("a me, a", "SAW A YOU"));

    [Fact]
    public void G05_patterns_and_memory_see_the_substitute_and_the_keystack_the_word_as_typed()
    {
        var talk = Talk("""
            (HI)
            (MY = YOUR ((0 MY 0) (TYPED)) ((0 YOUR 0) (YOUR 3)))
            (YOUR ((0) (WRONG RULE)))
            (NONE ((0) (NONE)))
            (MEMORY MY (0 YOUR 0 = KEPT 3) (0 YOUR 0 = KEPT 3) (0 YOUR 0 = KEPT 3) (0 YOUR 0 = KEPT 3))
            """);
        talk("my dog").ShouldBe("YOUR DOG");
        talk("").ShouldBe("NONE");
        talk("").ShouldBe("KEPT DOG");
    }

    [Fact]
    public void G06_but_alone_as_a_word_ends_a_clause_whatever_its_case() => Check(
        "(A ((0) (SAW 1))) (BUT ((0) (DEAD)))",
        ("a but b", "SAW A"), ("but a Bu t", "SAW A BU T"), ("x BUT a b", "SAW A B"), ("butter a", "SAW BUTTER A"), ("but", "NONE1"));

    [Fact]
    public void G07_question_and_exclamation_marks_are_full_stops_and_colons_and_dashes_are_commas() => Check(
        "(A ((0) (SAW 1)))",
        ("a? b", "SAW A"), ("a! b", "SAW A"), ("a; b", "SAW A"), ("a: b", "SAW A"), ("a–b", "SAW A"), ("a—b", "SAW A"),
        ("x? a", "SAW A"), ("a -- b", "SAW A -- B"), ("a…b a", "SAW A…B A"));

    [Fact]
    public void G08_a_keyword_whose_decompositions_all_fail_ends_the_reply() => Check(
        "(A 2 ((0 Q 0) (NEVER))) (B 1 ((0) (LOWER)))",
        ("a b", "HMMM"), ("a b", "GO ON , PLEASE"), ("a b", "I SEE"), ("a b", "PLEASE CONTINUE"), ("b", "LOWER"));

    [Fact]
    public void G09_newkey_on_an_empty_keystack_is_answered_by_none_and_never_by_a_memory() => Check(
        "(A ((0) (NEWKEY)))",
        ("mem one", "GOTMEM ONE"), ("a", "NONE1"), ("a", "NONE2"), ("a", "NONE3"), ("x", "NONE1"), ("x", "NONE2"), ("x", "M3 ONE"));

    [Fact]
    public void G10_the_round_of_reassemblies_is_of_the_decomposition_and_goes_on_with_newkey_and_links_too() => Check(
        "(A ((0 X 0) (A1) (NEWKEY) (=B) (PRE (Z) (=B))) ((0) (D1) (D2))) (B ((0) (B 1)))",
        ("a x", "A1"), ("a", "D1"), ("a x", "NONE1"), ("a x", "B A X"), ("a", "D2"), ("a x", "B Z"), ("a x", "A1"), ("a", "D1"));

    [Fact]
    public void G11_the_link_of_a_rule_is_used_if_no_decomposition_matched_and_hands_on_the_words_unchanged() => Check(
        "(A = Q ((0 X 0) (MATCHED)) (=B)) (B = R ((0) (B 1)))",
        ("a x", "MATCHED"), ("a b y", "B Q R Y"));

    [Fact]
    public void G12_a_user_may_type_the_target_of_a_link_but_none_is_no_keyword() => Check(
        "(A ((0) (=DIT))) (DIT ((0) (IN WHAT WAY)))",
        ("dit", "IN WHAT WAY"), ("a none", "IN WHAT WAY"), ("none", "NONE1"), ("mem one", "GOTMEM ONE"), ("x", "NONE2"), ("x", "NONE3"), ("none", "M3 ONE"));

    [Fact]
    public void G13_after_a_link_the_rest_of_the_keystack_is_still_there() => Check(
        "(A 2 ((0) (=B))) (B ((0) (NEWKEY))) (C 1 ((0) (C)))",
        ("a c", "C"), ("c a", "C"), ("a", "NONE1"));

    [Fact]
    public void G14_digits_are_numbers_even_when_letters_touch_them() => Check(
        "(A ((0 A 2ND 0) (GOT 1ST 3 4 X2)) ((0 X2 0) (LITERAL)) ((0) (NO)))",
        ("a p q nd r", "GOT ST P Q ND X2"), ("a x2", "LITERAL"), ("a 2nd", "NO"));

    [Fact]
    public void G15_comments_and_equals_signs_end_a_word() => Check(
        "(K00=SUB((0 SUB;comment SUB\n0)(GOT 3;x\nEND)))(T DLIST(/TAG)((0 (/TAG))(TAGGED 2)))",
        ("a k00 b", "GOT B END"), ("a t", "TAGGED T"), ("k 00", "NONE1"));

    [Fact]
    public void G16_the_parts_of_a_rule_stand_in_any_order_with_a_link_last()
    {
        Check(
            "(A ((0 X 0) (X)) DLIST(/T) 3 = AA ((0 (/T) 0) (TAGGED 2)) (=B)) (B 1 ((0) (B 1))) (C = A 2 ((0 (/T) 0) (TAGGED 2)))",
            ("b a", "B B AA"), ("b c", "TAGGED A"), ("x a", "X"));
        IsRefused("(HI) (A (=B) ((0) (A))) (B ((0) (B)))" + Rest).ShouldBeTrue();
        IsRefused("(HI) (A ((0) (A)) (=B)) (B ((0) (B)))" + Rest).ShouldBeFalse();
    }

    [Fact]
    public void G17_a_tag_is_borne_by_the_keyword_and_not_by_its_substitute() => Check(
        "(MUM = MOTHER DLIST(/FAM)) (DAD = FATHER DLIST(/ FAM)) (FATHER DLIST(FAM)) (K ((0 (/FAM) 0) (FAM 2)) ((0) (NO 1)))",
        ("k mum", "NO K MOTHER"), ("k dad", "FAM FATHER"), ("k mother", "NO K MOTHER"), ("k father", "FAM FATHER"));

    [Fact]
    public void G18_the_shortest_from_the_left_but_the_last_wildcard_takes_what_remains() => Check(
        "(K ((K 0 A 0 B 0) (2 / 4 / 6)) ((K 0 A 0) (2 - 4)) ((0 0 K) (1 + 2)) ((K 0) (REST 2)))",
        ("k a a b b", "/ A / B"), ("k b a a", "B - A"), ("k x y", "REST X Y"), ("q r k", "+ Q R"));

    [Theory]
    [InlineData("one here", "M3 ONE HERE")]
    [InlineData("devonshire", "M0 DEVONSHIRE")]
    [InlineData("xxxxxxhire", "M0 XXXXXXHIRE")]
    [InlineData("gloucestershire", "M2 GLOUCESTERSHIRE")]
    [InlineData("kids", "M1 KIDS")]
    [InlineData("kids, executioners", "M1 KIDS")]
    public void G19_the_last_six_bytes_of_the_last_word_that_is_kept_choose_the_memory(string words, string memory)
    {
        var talk = Talk("(HI)" + Rest);
        talk($"mem {words}");
        talk("");
        talk("").ShouldBe(memory);
    }

    [Fact]
    public void G19_the_hash_is_of_the_substitute()
    {
        var talk = Talk("(HI) (KIDS = TIME)" + Rest);
        talk("mem kids");
        talk("");
        talk("").ShouldBe("M0 TIME");
    }

    [Fact]
    public void G20_a_memory_is_kept_whenever_its_keyword_is_processed_and_comes_back_in_turn()
    {
        Check("(WIN 9 ((0) (WON)))", ("win mem here", "WON"), ("x", "NONE1"), ("x", "NONE2"));
        var talk = Talk("""
            (HI)
            (MEM ((0 Q 0) (NEWKEY)))
            (NONE ((0) (NONE)))
            (MEMORY MEM (0 MEM 0 = M0 3) (0 MEM 0 = M1 3) (0 MEM 0 = M2 3) (0 MEM 0 = M3 3))
            """);
        talk("mem mem q here").ShouldBe("NONE");
        talk("mem fails here").ShouldBe("GO ON , PLEASE");
        string[] recalled = [talk("x"), talk("x"), talk("x"), talk("x"), talk("x"), talk("x"), talk("x"), talk("x"), talk("x")];
        recalled.Where(reply => reply != "NONE").ShouldBe(["M3 MEM Q HERE", "M3 MEM Q HERE", "M3 FAILS HERE"]);
    }

    [Fact]
    public void G21_nothing_but_a_blank_separates_words() => Check(
        "(A ((0) (SAW 1)))",
        ("x\ta", "NONE1"), ("x\u00A0a", "NONE2"), ("x  a", "SAW X A"), ("a x\ty", "SAW A X\tY"));

    [Fact]
    public void G22_an_empty_line_is_a_turn_like_any_other() => Check(
        "",
        ("mem one here", "GOTMEM ONE HERE"), ("", "NONE1"), ("", "M3 ONE HERE"), ("   ", "NONE2"), ("...", "NONE3"));

    [Fact]
    public void G23_punctuation_of_the_script_is_said_and_that_of_the_user_never() => Check(
        "(A ((0) (REALLY, 1 . WELL (YES))))",
        ("a b, c", "REALLY, A B . WELL (YES)"), ("x. a b.", "REALLY, A B . WELL (YES)"));

    [Fact]
    public void G24_a_line_printed_twice_breaks_the_script_and_a_misprint_is_kept()
    {
        IsRefused("(HI) (A ((0) (A)))\n(A ((0) (A)))" + Rest).ShouldBeTrue();
        IsRefused("(HI) (A ((0)\n(ONE) (TWO)))\n(ONE) (TWO)))" + Rest).ShouldBeTrue();
        Check("(SORRY ((0) (PLEASE DON'T APOLIGIZE)))", ("Sorry!", "PLEASE DON'T APOLIGIZE"));
    }
}

public sealed class Gotchas_of_the_plain_interpreter : Gotchas
{
    protected override Func<string, string> Talk(string script) => Talker.With(script).Reply;

    protected override bool IsRefused(string script)
    {
        try
        {
            Talker.With(script);
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}

public sealed class Gotchas_of_compiled_scripts : Gotchas
{
    protected override Func<string, string> Talk(string script)
    {
        var conversation = TestScripts.Compile(script).Start();
        return line => conversation.Reply(line);
    }

    protected override bool IsRefused(string script) => ScriptCompiler.Check(TestScripts.Path, script).Any(finding => finding.Severity == FindingSeverity.Error);
}
