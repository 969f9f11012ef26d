namespace Eliza.Generator.Tests.Language;

/// <summary>Text in a reply that was probably not meant to be said. The script has a decomposition of two stars and a class.</summary>
public sealed class SpokenMistakesTests
{
    private const string Ghosts = Script.Line + "synon: ghost spook\nkey: saw\n  decomp: * saw * @ghost\n    reasmb: ";
    private const string Haunted = "\nkey: haunted\n  decomp: *\n    reasmb: Boo.";

    [Theory]
    [InlineData("Your ( 2 )?", "(8,18,5)", "( 2 )", 2)]
    [InlineData("Your (2 )?", "(8,18,4)", "(2 )", 2)]
    [InlineData("Your [2]?", "(8,18,3)", "[2]", 2)]
    [InlineData("Your {3}?", "(8,18,3)", "{3}", 3)]
    [InlineData("Your {{3}}?", "(8,18,5)", "{{3}}", 3)]
    [InlineData("Your <1>?", "(8,18,3)", "<1>", 1)]
    [InlineData("Your （2）?", "(8,18,3)", "（2）", 2)]
    [InlineData("Your $3", "(8,18,2)", "$3", 3)]
    [InlineData("Your \\2, then?", "(8,18,2)", "\\2", 2)]
    [InlineData("Your (3", "(8,18,2)", "(3", 3)]
    [InlineData("Your (3, really?", "(8,18,2)", "(3", 3)]
    [InlineData("Your 3)?", "(8,18,2)", "3)", 3)]
    [InlineData("Your (two)?", "(8,18,5)", "(two)", 2)]
    [InlineData("A [Ghost]?", "(8,15,7)", "[Ghost]", 3)]
    [InlineData("Do you fear @ghost?", "(8,25,6)", "@ghost", 3)]
    public void What_was_meant_to_be_a_component_is_told_its_number(string text, string at, string written, int number)
    {
        var (component, script) = (FormattableString.Invariant($"({number})"), Ghosts + text);
        Script.Findings(script).ShouldBe([$"{at} ELIZA0064: '{written}' is said as it stands. Write '{component}' for what the user said there."]);
        Script.Mended(script).ShouldBe(Ghosts + text.Replace(written, component, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hello (name)!", "(8,19,6) ELIZA0064: '(name)'")]
    [InlineData("Hello {visitor}!", "(8,19,9) ELIZA0064: '{visitor}'")]
    [InlineData("Hello %name%!", "(8,19,6) ELIZA0064: '%name%'")]
    [InlineData("Hello $name!", "(8,19,5) ELIZA0064: '$name'")]
    [InlineData("Your [7]?", "(8,18,3) ELIZA0064: '[7]'")]
    [InlineData("Your *?", "(8,18,1) ELIZA0064: '*'")]
    [InlineData("Do you fear @spectre?", "(8,25,8) ELIZA0064: '@spectre'")]
    public void What_was_meant_to_be_a_component_is_told_what_there_is(string text, string found) =>
        Script.Findings(Ghosts + text).ShouldBe([found + " is said as it stands. Only '(1)' to '(3)' give the user's words back, those of the '*' and '@' of its decomposition."]);

    [Theory]
    [InlineData("Your [2]?", "(1)")]
    [InlineData("Your (name)?", "(1)")]
    public void A_decomposition_of_one_star_has_one_component(string text, string component) =>
        Script.Findings(Script.Line + "key: a\ndecomp: *\nreasmb: " + text).ShouldHaveSingleItem()
            .ShouldEndWith($"Only '{component}' gives the user's words back, those of the only '*' or '@' of its decomposition.");

    [Theory]
    [InlineData("initial: Hello (name)!")]
    [InlineData("initial: Hello @ghost!")]
    public void Greetings_are_looked_at_too(string line) =>
        Script.Findings(line + "\nkey: xnone\ndecomp: *\nreasmb: Go on.").ShouldHaveSingleItem().ShouldContain("ELIZA0064");

    [Theory]
    [InlineData("Newkey.", "'newkey', newkey")]
    [InlineData("New key", "'newkey', newkey")]
    [InlineData("NEW-KEY", "'newkey', newkey")]
    [InlineData("(newkey)", "'newkey', newkey")]
    [InlineData("Goto the haunted", "'goto' and a keyword, goto haunted")]
    [InlineData("goto: haunted", "'goto' and a keyword, goto haunted")]
    [InlineData("goto haunted please", "'goto' and a keyword, goto haunted")]
    [InlineData("go to haunted", "'goto' and a keyword, goto haunted")]
    public void What_is_nearly_an_instruction_is_told_what_it_should_be(string text, string exactly)
    {
        var (form, instead) = (exactly.Split(", ")[0], exactly.Split(", ")[1]);
        var script = Ghosts + text + Haunted;
        Script.Findings(script).ShouldBe([$"(8,13,{text.Length}) ELIZA0065: This is said as it stands, because it is not exactly {form}. Write '{instead}'."]);
        Script.Mended(script).ShouldBe(Ghosts + instead + Haunted);
    }

    [Theory]
    [InlineData("Goto")]
    [InlineData("Goto the attic now")]
    public void A_goto_to_nowhere_is_told_its_form(string text) =>
        Script.Findings(Ghosts + text).ShouldBe([$"(8,13,{text.Length}) ELIZA0065: This is said as it stands, because it is not exactly 'goto' and a keyword. Write 'goto' and the keyword to go to, and nothing else."]);

    [Theory]
    [InlineData("I see. # the host is calm", "I see.", "# the host is calm")]
    [InlineData("I see # note", "I see", "# note")]
    [InlineData("I see. // the host is calm", "I see.", "// the host is calm")]
    [InlineData("newkey # leave it to the next", "newkey", "# leave it to the next")]
    [InlineData("Your (3)? #ask again", "Your (3)?", "#ask again")]
    public void A_note_behind_a_reply_is_told_to_take_a_line_of_its_own(string text, string reply, string note)
    {
        Script.Findings(Ghosts + text).ShouldBe([$"(8,{13 + text.IndexOf(note, StringComparison.Ordinal)},{note.Length}) ELIZA0066: A note takes a line of its own: '{note}' is said aloud."]);
        Script.Mended(Ghosts + text).ShouldBe(Ghosts + reply);
    }

    [Theory]
    [InlineData(@"Oh!\nTell me.", @"(8,16,2) ELIZA0067: '\n' is said as it stands. Write a blank: a reply is one line.", "Oh! Tell me.")]
    [InlineData(@"It\'s here.", @"(8,15,2) ELIZA0067: '\'' is said as it stands. Write '''.", "It's here.")]
    [InlineData("Oh!<br>Tell me.", "(8,16,4) ELIZA0067: '<br>' is said as it stands. Write a blank: a reply is one line.", "Oh! Tell me.")]
    [InlineData("You &amp; I?", "(8,17,5) ELIZA0067: '&amp;' is said as it stands. Write '&'.", "You & I?")]
    public void An_escape_is_told_what_to_write(string text, string found, string mended)
    {
        Script.Findings(Ghosts + text).ShouldBe([found]);
        Script.Mended(Ghosts + text).ShouldBe(Ghosts + mended);
    }

    [Theory]
    [InlineData("Really (I mean it)?")]
    [InlineData("(2): a ghost (or two)?")]
    [InlineData("That costs $30, or $3.50, or $3k.")]
    [InlineData("(2) costs $3?")]
    [InlineData("1) tea, 2) coffee?")]
    [InlineData("Great 8-) and :-) and 8)")]
    [InlineData("I know many (300 of them).")]
    [InlineData("It was 3 (or 4).")]
    [InlineData("(sighs) [laughs] <grin> * yawns *")]
    [InlineData("**Really**? *Really*?")]
    [InlineData("Write to ghost@example.com.")]
    [InlineData("You are #1! It is issue # 5.")]
    [InlineData("I feel #blessed")]
    [InlineData("Press the # key.")]
    [InlineData("See http://example.com/a for more.")]
    [InlineData(@"Look into C:\new\table.")]
    [InlineData("Go to bed.")]
    [InlineData("Go to haunted houses")]
    [InlineData("New keys, please.")]
    [InlineData("AT&T; R&D")]
    public void What_may_be_meant_so_is_left_alone(string text) => Script.Findings(Ghosts + text + Haunted).ShouldBeEmpty();
}
