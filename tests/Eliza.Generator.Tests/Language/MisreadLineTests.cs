namespace Eliza.Generator.Tests.Language;

/// <summary>Lines with a wrong tag. There is one finding for the tag, and none for what follows from it.</summary>
public sealed class MisreadLineTests
{
    private const string Haunted = "\nkey: haunted\n  decomp: *\n    reasmb: Boo.\n";

    [Theory]
    [InlineData("key haunted 5\n  decomp: *\n    reasmb: Boo.", "(5,1,3) ELIZA0062: A ':' is missing behind the tag. Write 'key:'.")]
    [InlineData("key: haunted 5\n  decomp *\n    reasmb: Boo.", "(6,3,6) ELIZA0062: A ':' is missing behind the tag. Write 'decomp:'.")]
    [InlineData("key: haunted 5\n  decomp: *\n    reasmb At midnight: Boo.", "(7,5,6) ELIZA0062: A ':' is missing behind the tag. Write 'reasmb:'.")]
    [InlineData("key: haunted\n  decomp: *\n    Reasmb; Boo.", "(7,5,6) ELIZA0062: A ':' is missing behind the tag. Write 'Reasmb:'.")]
    [InlineData("key: haunted\n  decomp: *\n    reasmb", "(7,5,6) ELIZA0062: A ':' is missing behind the tag. Write 'reasmb:'.")]
    [InlineData("final - Goodbye.", "(5,1,5) ELIZA0062: A ':' is missing behind the tag. Write 'final:'.")]
    public void A_missing_colon_is_all_that_is_said(string lines, string found) => Script.Findings(Script.Line + lines).ShouldBe([found]);

    [Theory]
    [InlineData("key：haunted\ndecomp：*\nreasmb：Boo: who?", "：", 5, 6, 7)]
    [InlineData("key: haunted\ndecomp: *\nreasmb \uFE55 Boo.", "\uFE55", 7)]
    public void A_colon_of_another_writing_system_will_do_and_is_warned_of(string lines, string colon, params int[] at) =>
        Script.Findings(Script.Line + lines).Select(found => found[..found.IndexOf(',', StringComparison.Ordinal)] + found[found.IndexOf(')', StringComparison.Ordinal)..])
            .ShouldBe(at.Select(line => FormattableString.Invariant($"({line}) ELIZA0063: '{colon}' is not the colon that ends a tag. Write ':'.")));

    [Theory]
    [InlineData("\u200Breasmb: Boo.")]
    [InlineData("rea\u00ADsmb\u200D: Boo.")]
    [InlineData(" \uFEFF reasmb: Boo.")]
    [InlineData("reasmb: Boo.\n\u200B# a note")]
    [InlineData("reasmb: Boo.\n\u200B")]
    public void Invisible_characters_around_a_tag_are_not_there(string line) => Script.Clean(Script.Line + "key: a\ndecomp: *\n" + line).Keywords[1].Decompositions[0].Reassemblies.Count.ShouldBe(1);

    [Theory]
    [InlineData("key: a\ndecomp: *\ngoto: haunted" + Haunted, "(7,1,4) ELIZA0012: 'goto:' is not a tag. Write 'reasmb: goto haunted'.")]
    [InlineData("key: a\ndecomp: *\ngoto haunted" + Haunted, "(7,1,12) ELIZA0011: This line does not start with a tag such as 'reasmb:'. Write 'reasmb: goto haunted'.")]
    [InlineData("key: a\ndecomp: *\nnewkey", "(7,1,6) ELIZA0011: This line does not start with a tag such as 'reasmb:'. Write 'reasmb: newkey'.")]
    [InlineData("key: haunted\nrank: 5\ndecomp: *\nreasmb: Boo.", "(6,1,4) ELIZA0012: 'rank:' is not a tag. A rank stands behind its keyword: 'key: haunted 5'.")]
    [InlineData("rank: 5", "(5,1,4) ELIZA0012: 'rank:' is not a tag. A rank stands behind its keyword: 'key: xnone 5'.")]
    [InlineData("key: haunted\nrank: high\ndecomp: *\nreasmb: Boo.", "(6,1,4) ELIZA0012: 'rank:' is not a tag. A rank stands behind its keyword, as in 'key: haunted 5'.")]
    [InlineData("Title: The haunted hotel", "(5,1,5) ELIZA0012: 'Title:' is not a tag. Start the line with '#' if it is a note.")]
    [InlineData("keyword: haunted\ndecomp: *\nanswer: Boo.", "(5,1,7) ELIZA0012: 'keyword:' is not a tag. Did you mean 'key:'?|(7,1,6) ELIZA0012: 'answer:' is not a tag. Did you mean 'reasmb:'?")]
    public void A_tag_that_there_is_not_is_told_what_to_write(string lines, string found) => Script.Findings(Script.Line + lines).ShouldBe(found.Split('|'));

    [Theory]
    [InlineData("reasmb: What would you\n   say to a ghost?", "(8,4,15) ELIZA0011: This line does not start with a tag such as 'reasmb:'. A text is one line: if this goes on with that of line 7, write it behind it.")]
    [InlineData("; the ghost", "(7,1,11) ELIZA0011: This line does not start with a tag such as 'reasmb:'. A note begins with '#'.")]
    [InlineData("// the ghost", "(7,1,12) ELIZA0011: This line does not start with a tag such as 'reasmb:'. A note begins with '#'.")]
    [InlineData("Boo.", "(7,1,4) ELIZA0011: This line does not start with a tag such as 'reasmb:'. Start it with '#' if it is a comment.")]
    public void A_line_without_a_tag_is_told_what_it_may_have_been(string lines, string found) => Script.Findings(Script.Line + "key: a\ndecomp: *\n" + lines).ShouldBe([found]);
}
