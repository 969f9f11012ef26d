using System.Text;
using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Language;

/// <summary>Files whose first characters show that they are no scripts.</summary>
public sealed class FileBeginningTests
{
    private const string Lists = "(HOW DO YOU DO)\n(NONE ((0) (GO ON)))\n(MY ((0) (TELL ME MORE)))\n";
    private const string Instead = "not plain text. Open it in the program that made it and save it as plain text, in UTF-8.";

    [Theory]
    [InlineData(@"{\rtf1\ansi{\fonttbl\f0\fswiss Helvetica;}\f0\pard key: xnone\par}", "(1,1,5) ELIZA0060: This is an RTF document, " + Instead)]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0\uFFFD\u0013\0\0[Content_Types].xml", "(1,1,2) ELIZA0060: This is a Word document, " + Instead)]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK", "(1,1,2) ELIZA0060: This is an OpenDocument file, " + Instead)]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0doctor.txt", "(1,1,2) ELIZA0060: This is a zip file, " + Instead)]
    [InlineData("\0\0", "(1,1,2) ELIZA0060: This is a binary file, such as a Word document or a zip file, " + Instead)]
    [InlineData("%PDF-1.7", "(1,1,5) ELIZA0060: This is a PDF document, " + Instead)]
    [InlineData("\n<!doctype HTML><p>key: xnone", "(2,1,14) ELIZA0060: This is a web page, " + Instead)]
    public void A_file_that_is_no_text_is_recognised_by_its_beginning_and_named(string text, string found) => Script.Findings(text).ShouldBe([found]);

    [Fact]
    public void An_old_Word_document_is_recognised_however_it_was_decoded()
    {
        byte[] beginning = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1 })
            Script.Findings(encoding.GetString(beginning)).ShouldHaveSingleItem().ShouldContain("ELIZA0060: This is a Word document, ");
    }

    [Theory]
    [InlineData("; my bot\n" + Script.Line, "(1,1,1) ELIZA0061: ';' begins a script in the list language, but line 2 has a tag of the line language. Begin this line with '#' if it is a note.")]
    [InlineData("(Hotel bot, by Anna)\n\n" + Script.Line, "(1,1,1) ELIZA0061: '(' begins a script in the list language, but line 3 has a tag of the line language. Begin this line with '#' if it is a note.")]
    [InlineData("# my bot\n" + Lists, "(1,1,8) ELIZA0061: The file has the rules of a list script, and that begins with '(' or ';'. Begin this line with ';' if it is a note.")]
    [InlineData("My bot\n" + Lists, "(1,1,6) ELIZA0061: The file has the rules of a list script, and that begins with '(' or ';'. Begin this line with ';' if it is a note.")]
    public void A_script_that_begins_like_one_of_the_other_language_is_told_so(string script, string found) => Script.Findings(script).ShouldBe([found]);

    [Fact]
    public void A_line_script_behind_a_wrong_beginning_is_read() =>
        Script.Ids("; my bot\n" + Script.Line + "keyy: a\ndecomp: * a\nreasmb: (5)").ShouldBe(["ELIZA0061", "ELIZA0012", "ELIZA0007"]);

    [Theory]
    [InlineData("# (really?)\n" + Script.Line, ScriptLanguage.Line)]
    [InlineData("; key: not a tag\n; decomp: neither\n" + Script.List, ScriptLanguage.List)]
    [InlineData(Script.List + "(WHY ((0) (KEY: X\nFINAL: Y)))", ScriptLanguage.List)]
    public void A_script_in_its_own_language_is_left_alone(string script, ScriptLanguage language) =>
        ScriptFrontEnd.Read(script).Syntax.Language.ShouldBe(language);
}
