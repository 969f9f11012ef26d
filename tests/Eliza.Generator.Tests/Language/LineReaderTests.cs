using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Language;

public sealed class LineReaderTests
{
    [Fact]
    public void Every_line_of_the_language_is_read()
    {
        var script = Script.Clean("""
            initial: How do you do.
            final: Goodbye.
            quit: bye
            quit: see you
            pre: dont don't
            post: am are
            synon: sad unhappy sick
            key: xnone
              decomp: *
                reasmb: Please go on.
            key: i -3
              decomp: $ * i am *
                reasmb: You said you were (2).
              decomp: * i am * @sad *
                reasmb: I am sorry to hear you are (3).
                reasmb: newkey
                reasmb: goto xnone
            """);

        script.Greetings.ShouldHaveSingleItem().Text.ShouldBe("How do you do.");
        script.Farewells.ShouldHaveSingleItem().Text.ShouldBe("Goodbye.");
        script.Quits.Select(quit => string.Join("|", quit.Words.Select(w => w.Text))).ShouldBe(["bye", "see|you"]);
        script.Pres.ShouldHaveSingleItem().Word.Text.ShouldBe("dont");
        script.Posts.ShouldHaveSingleItem().Words.ShouldHaveSingleItem().Text.ShouldBe("are");
        var declared = script.Classes.ShouldHaveSingleItem();
        declared.Name.Text.ShouldBe("sad");
        declared.Members.Select(m => m.Text).ShouldBe(["unhappy", "sick"]);
        script.Keywords.Select(k => (k.Word.Text, k.Rank)).ShouldBe([("xnone", 0), ("i", -3)]);
        var (memory, ordinary) = (script.Keywords[1].Decompositions[0], script.Keywords[1].Decompositions[1]);
        memory.IsMemory.ShouldBeTrue();
        ordinary.IsMemory.ShouldBeFalse();
        Script.Shown(ordinary.Pattern).ShouldBe("* i am * @sad *");
        ordinary.Reassemblies.Select(Script.Shown).ShouldBe(["[I am sorry to hear you are ]<4>[.]", "-> next", "-> xnone"]);
    }

    [Fact]
    public void Greetings_farewells_class_keywords_and_texts_for_memory_are_read()
    {
        var script = Script.Clean("""
            initial: Hello.
            initial: Good day.
            final: Bye.
            final: So long.
            synon: sad unhappy
            key: xnone
              decomp: *
                reasmb: Please go on.
            key: @unhappy 5
              decomp: * @sad *
                reasm_for_memory: You were (2).
                reasmb: Why (2)?
                REASM_FOR_MEMORY: You said (2).
            """);

        script.Greetings.Select(text => text.Text).ShouldBe(["Hello.", "Good day."]);
        script.Farewells.Select(text => text.Text).ShouldBe(["Bye.", "So long."]);
        var keyword = script.Keywords[1];
        (keyword.Word.Text, keyword.Class!.Text, keyword.Rank).ShouldBe(("@unhappy", "unhappy", 5));
        keyword.Decompositions.Select(one => (one.IsMemory, Script.Shown(one.Pattern), string.Join("|", one.Reassemblies.Select(Script.Shown)))).ShouldBe(
            [(true, "* @sad *", "[You were ]<1>[.]|[You said ]<1>[.]"), (false, "* @sad *", "[Why ]<1>[?]")]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string lineEnd) =>
        Script.Clean(Script.Line.Replace("\n", lineEnd, StringComparison.Ordinal)).Keywords.Count.ShouldBe(1);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() => Script.Clean('\uFEFF' + Script.Line).Greetings.ShouldHaveSingleItem().Text.ShouldBe("Hello.");

    [Fact]
    public void Tags_are_read_in_any_case_and_with_any_white_space_around_them() =>
        Script.Clean("\t INITIAL :Hello.\nKey:xnone\n\t\tDeComp : *\n   REASMB:   Go on.").Greetings.ShouldHaveSingleItem().Text.ShouldBe("Hello.");

    [Fact]
    public void Empty_lines_and_lines_that_start_with_a_number_sign_are_passed_over() =>
        Script.Clean("# a comment\n\n   # another: one\n" + Script.Line).Keywords.Count.ShouldBe(1);

    [Fact]
    public void White_space_within_a_value_is_folded_to_one_blank()
    {
        var script = Script.Clean("initial: How   do\tyou\u00A0 do.\nkey: xnone\ndecomp: *\nreasmb: Please \t go on.");
        script.Greetings.ShouldHaveSingleItem().Text.ShouldBe("How do you do.");
        Script.Shown(script.Keywords[0].Decompositions[0].Reassemblies[0]).ShouldBe("[Please go on.]");
    }

    [Theory]
    [InlineData("* i am *", "* i am *")]
    [InlineData("\"hello\" (there)", "hello there")]
    [InlineData("don't well-known @sad", "don't well-known @sad")]
    public void A_pattern_is_cut_into_words_as_a_line_is(string pattern, string understood) =>
        Script.Shown(Pattern(pattern)).ShouldBe(understood);

    [Theory]
    [InlineData("i*", "i *")]
    [InlineData("*you", "* you")]
    [InlineData("*@sad*x**", "* @sad * x * *")]
    public void A_star_that_touches_a_word_stands_for_words_of_its_own_and_is_warned_of(string pattern, string understood)
    {
        Script.Shown(Pattern(pattern)).ShouldBe(understood);
        Script.Findings(WithPattern(pattern)).ShouldContain(found => found.Contains("ELIZA0044", StringComparison.Ordinal) && found.Contains($"'{understood}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What (2) ?", "[What ]<2>[ ?]")]
    [InlineData("'(2)'!", "[']<2>['!]")]
    [InlineData("(1)(2)", "<0><2>")]
    [InlineData("(really) ( 2 ) () (2", "[(really) ( 2 ) () (2]")]
    [InlineData("((02))", "[(]<2>[)]")]
    public void A_number_in_parentheses_is_a_component_wherever_it_stands(string text, string understood) =>
        Script.Shown(Reassembly(text)).ShouldBe(understood);

    [Theory]
    [InlineData("goto what", "-> what")]
    [InlineData("GOTO  what", "-> what")]
    [InlineData("NewKey", "-> next")]
    [InlineData("goto what next", "[goto what next]")]
    [InlineData("newkey please", "[newkey please]")]
    [InlineData("goto", "[goto]")]
    public void A_reassembly_goes_elsewhere_only_if_it_says_nothing_else(string text, string understood) =>
        Script.Shown(Reassembly(text)).ShouldBe(understood);

    [Fact]
    public void Components_are_counted_over_stars_and_classes_and_placed_among_all_elements() =>
        Script.Shown(ScriptFrontEnd.Read("key: a\ndecomp: a * b @c d *\nreasmb: (1) (2) (3)").Syntax.Keywords[0].Decompositions[0].Reassemblies[0])
            .ShouldBe("<1>[ ]<3>[ ]<5>");

    [Fact]
    public void Lines_of_other_kinds_may_stand_within_a_block() =>
        Script.Clean("initial: Hi.\nkey: xnone\npre: dont don't\ndecomp: *\npost: am are\nreasmb: Go on.").Keywords[0].Decompositions[0].Reassemblies.Count.ShouldBe(1);

    [Fact]
    public void Places_are_those_of_the_words_themselves()
    {
        var script = Script.Clean(Script.Line + "  key:  hello 7\n  decomp:\t* hello there *\n    reasmb: Hi (2).\n");
        var hello = script.Keywords[1];
        hello.Word.Place.ShouldBe(new Place(4, 8, 5));
        hello.Decompositions[0].Place.ShouldBe(new Place(5, 10, 15));
        hello.Decompositions[0].Pattern[2].Place.ShouldBe(new Place(5, 18, 5));
        ((TextSyntax)hello.Decompositions[0].Reassemblies[0]).Parts[1].Place.ShouldBe(new Place(6, 15, 3));
    }

    private static string WithPattern(string pattern) => $"key: a\ndecomp: {pattern}\nreasmb: Ah.";

    private static EquatableArray<ElementSyntax> Pattern(string pattern) =>
        ScriptFrontEnd.Read(WithPattern(pattern)).Syntax.Keywords[0].Decompositions[0].Pattern;

    private static ReassemblySyntax Reassembly(string text) =>
        ScriptFrontEnd.Read($"key: a\ndecomp: * a *\nreasmb: {text}").Syntax.Keywords[0].Decompositions[0].Reassemblies[0];
}
