using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Language;

public sealed class ListReaderTests
{
    [Fact]
    public void Every_form_of_a_rule_is_read()
    {
        var script = Script.Clean("""
            (HOW DO YOU DO.  PLEASE TELL me YOUR "PROBLEM")
            START
            (NONE ((0) (PLEASE GO ON)))
            (MOM = MOTHER DLIST(/NOUN FAMILY) 7
                ((0 MOTHER 2 (* BE SICK) (/FAMILY) 0) (YOUR 5 (I SEE) X 3) (=MY) (NEWKEY) (PRE (I ARE 3) (=MY)))
                (=MY))
            (MOTHER DLIST(/ FAMILY))
            (MY ((0) (TELL ME MORE)))
            (MEMORY MY
                (0 MY 0 = EARLIER 3) (0 MY (/FAMILY) 0 = YOUR 3) (0 = B) (0 = 1 = C))
            """);

        script.Greetings.ShouldHaveSingleItem().Text.ShouldBe("HOW DO YOU DO. PLEASE TELL me YOUR \"PROBLEM\"");
        script.Keywords.Select(k => k.Word.Text).ShouldBe(["NONE", "MOM", "MOTHER", "MY"]);
        var mom = script.Keywords[1];
        mom.Substitute!.Text.ShouldBe("MOTHER");
        mom.Tags.Select(t => t.Text).ShouldBe(["NOUN", "FAMILY"]);
        mom.Rank.ShouldBe(7);
        mom.Link!.Text.ShouldBe("MY");
        var transformation = mom.Decompositions.ShouldHaveSingleItem();
        Script.Shown(transformation.Pattern).ShouldBe("* MOTHER 2 {BE|SICK} @FAMILY *");
        transformation.Reassemblies.Select(Script.Shown).ShouldBe(["[YOUR]<4>[(I SEE)][X]<2>", "-> MY", "-> next", "[I][ARE]<2> -> MY"]);
        script.Keywords[2].Tags.Select(t => t.Text).ShouldBe(["FAMILY"]);
        script.Memory!.Keyword.Text.ShouldBe("MY");
        script.Memory.Rules.Select(r => $"{Script.Shown(r.Pattern)} = {Script.Shown(r.Parts)}")
            .ShouldBe(["* MY * = [EARLIER]<2>", "* MY @FAMILY * = [YOUR]<2>", "* = [B]", "* = <0>[=][C]"]);
    }

    [Theory]
    [InlineData("FOO;bar\n", "[FOO]")]
    [InlineData("2ND X2 3.5", "<1>[ND][X2]<2>[.5]")]
    [InlineData("A=B", "[A][=][B]")]
    [InlineData("what?", "[WHAT.]")]
    [InlineData("a\"b Straße", "[A B][STRASSE]")]
    [InlineData("A\tB\vC\u007FD", "[A][B][C][D]")]
    [InlineData("* / , . - '", "[*][/][,][.][-][']")]
    [InlineData("A\u00A0B", "[A\u00A0B]")]
    [InlineData("NEWKEY X", "[NEWKEY][X]")]
    public void Tokens_are_cut_as_in_1966(string text, string understood) =>
        Script.Shown(ScriptFrontEnd.Read($"(HI)(K ((0 1 1) ({text})))").Syntax.Keywords[0].Decompositions[0].Reassemblies[0]).ShouldBe(understood);

    [Theory]
    [InlineData("(*A B)", "{A|B}")]
    [InlineData("(* A B)", "{A|B}")]
    [InlineData("(/T U)", "@T|U")]
    [InlineData("( / T)", "@T")]
    [InlineData("(A B)", "{}")]
    [InlineData("(*A\"B C)", "{A|B|C}")]
    [InlineData("*A", "*A")]
    [InlineData("007", "7")]
    [InlineData("99999999999", "2147483647")]
    [InlineData("00", "*")]
    public void Elements_of_a_pattern_are_words_numbers_and_sets(string element, string understood) =>
        Script.Shown(ScriptFrontEnd.Read($"(HI)(K (({element}) (X)))").Syntax.Keywords[0].Decompositions[0].Pattern).ShouldBe(understood);

    [Theory]
    [InlineData("(K = A 3 DLIST(/T) ((0) (X)))")]
    [InlineData("(K ((0) (X)) DLIST(/T) 3 = A)")]
    [InlineData("(K 9 = Z DLIST(/T)((0)(X))3=A)")]
    public void The_items_of_a_rule_come_in_any_order_and_the_last_of_a_kind_wins(string rule)
    {
        var keyword = ScriptFrontEnd.Read("(HI)" + rule).Syntax.Keywords[0];
        (keyword.Substitute!.Text, keyword.Rank, keyword.Tags[0].Text, keyword.Decompositions.Count).ShouldBe(("A", 3, "T", 1));
    }

    [Fact]
    public void Empty_lists_among_the_rules_are_passed_over() => Script.Clean(Script.List + "()\n( )").Keywords.Count.ShouldBe(2);

    [Fact]
    public void An_empty_reassembly_is_a_reply_of_no_words() =>
        Script.Findings(Script.List + "(A ((0) ()))").ShouldBe(["(5,9,2) ELIZA0042: This reassembly is empty, so the reply says nothing. Write a text."]);

    [Fact]
    public void A_rule_may_break_its_lines_anywhere() =>
        Script.Clean("(HELLO)\n(NONE\n(\n(0)\n(GO ON)\n)\n)\n(MY\n((0)\n(MORE)))\n(MEMORY MY\n(0 = A)\n(0 = B)\n(0 = C)\n(0 = D)\n)").Keywords.Count.ShouldBe(2);

    [Fact]
    public void A_keyword_without_a_transformation_is_one_all_the_same() =>
        Script.Clean(Script.List + "(ME = YOU)(X 5)(FEEL DLIST(/T))").Keywords.Count.ShouldBe(5);
}
