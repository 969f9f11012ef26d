namespace Eliza.Generator.Tests.Language;

/// <summary>The findings for lines that are read in another way than their author meant.</summary>
public sealed class MisreadScriptTests
{
    private const string Ghost = "\nkey: saw\n  decomp: * saw a @ghost *\n    reasmb: A (2)?";
    private const string Talk = "\n  decomp: *\n    reasmb: Ah.";

    [Theory]
    [InlineData("post: your", "(5,7,4) ELIZA0068: 'post: your' does not say what 'your' becomes. Write that behind it, as in 'post: my your'.")]
    [InlineData("pre: dont", "(5,6,4) ELIZA0068: 'pre: dont' does not say what 'dont' becomes. Write that behind it, as in 'pre: dont don't'.")]
    [InlineData("pre: cant -> can't", "(5,11,2) ELIZA0069: Nothing stands between a word and those that replace it, so '->' is too much. Write 'pre: cant can't'.")]
    [InlineData("post: my = your", "(5,10,1) ELIZA0069: Nothing stands between a word and those that replace it, so '=' is too much. Write 'post: my your'.")]
    [InlineData("post: my=your", "(5,9,1) ELIZA0069: Nothing stands between a word and those that replace it, so '=' is too much. Write 'post: my your'.")]
    [InlineData("pre: mom => my mother", "(5,10,2) ELIZA0069: Nothing stands between a word and those that replace it, so '=>' is too much. Write 'pre: mom my mother'.")]
    [InlineData("pre: mom → mother", "(5,10,1) ELIZA0069: Nothing stands between a word and those that replace it, so '→' is too much. Write 'pre: mom mother'.")]
    [InlineData("key: a\ndecomp: * my @ ghost *\nreasmb: Ah.\nsynon: ghost spook", "(6,14,1) ELIZA0073: '@' stands alone. Write '@ghost', without a blank.")]
    [InlineData("key: a\ndecomp: ... my ...\nreasmb: (2)?", "(6,9,3) ELIZA0075: '...' does not stand for words. Write '*', which stands for any words or none.|(6,16,3) ELIZA0075: '...' does not stand for words. Write '*', which stands for any words or none.")]
    [InlineData("key: a\ndecomp: * i think .* you *\nreasmb: (2)?", "(6,19,2) ELIZA0075: '.*' does not stand for words. Write '*', which stands for any words or none.")]
    [InlineData("key: a\ndecomp: %\nreasmb: Ah.", "(6,1,6) ELIZA0013: 'decomp:' has no words in it, and symbols are none. Behind the colon it needs a pattern, such as '*'.")]
    [InlineData("key: %" + Talk, "(5,1,3) ELIZA0013: 'key:' has no words in it, and symbols are none. Behind the colon it needs a word, and a rank if it is to go first or last.")]
    [InlineData("pre: & and", "(5,1,3) ELIZA0013: 'pre:' has only the word 'and' in it. Behind the colon it needs a word and the words that replace it.")]
    [InlineData("key: full english" + Talk, "(5,6,12) ELIZA0020: A keyword is one word, so 'full english' cannot be one. Choose its most telling word, as in 'key: english', and write the others into a pattern, as in 'decomp: * full english *'.")]
    [InlineData("key: a, b, c" + Talk, "(5,6,7) ELIZA0020: A keyword is one word, so 'a, b, c' cannot be one. For one keyword of several words write 'synon: a b c' and 'key: @a'.")]
    [InlineData("key: a, b or c 5" + Talk, "(5,6,11) ELIZA0020: A keyword is one word, so 'a, b or c 5' cannot be one. For one keyword of several words write 'synon: a b c' and 'key: @a 5'.")]
    [InlineData("key: a/b" + Talk, "(5,6,3) ELIZA0020: A keyword is one word, so 'a/b' cannot be one. For one keyword of several words write 'synon: a b' and 'key: @a'.")]
    public void An_error_tells_what_to_write(string lines, string found) => Script.Findings(Script.Line + lines).ShouldBe(found.Split('|'));

    [Theory]
    [InlineData("xnon")]
    [InlineData("none")]
    [InlineData("xmone")]
    public void A_misspelt_fallback_is_told_its_name(string word) =>
        Script.Findings($"initial: Hi.\nkey: {word}\ndecomp: *\nreasmb: Go on.")
            .ShouldBe([$"(2,6,{word.Length}) ELIZA0008: Nothing answers when no keyword is found. Did you mean 'xnone' by '{word}'?"]);

    [Theory]
    [InlineData("full english", "english", "ELIZA0020")]
    [InlineData("a, b, c", "b", "ELIZA0020")]
    [InlineData("@ ghost", "ghost", "ELIZA0016")]
    [InlineData("@ghost 2", "Ghost", "ELIZA0016")]
    public void A_goto_to_a_keyword_whose_line_is_in_error_is_no_error_of_its_own(string key, string target, string cause) =>
        Script.Findings($"{Script.Line}key: {key}\ndecomp: *\nreasmb: Boo.\nkey: haunt\ndecomp: *\nreasmb: goto {target}")
            .ShouldHaveSingleItem().ShouldContain(cause);

    [Theory]
    [InlineData("pre: good evening hi", "(5,6,4) ELIZA0070: Only the first word is replaced: every 'good' becomes 'evening hi'. For 'good evening' write a pattern, as in 'decomp: * good evening *'.")]
    [InlineData("pre: do not don't", "(5,6,2) ELIZA0070: Only the first word is replaced: every 'do' becomes 'not don't'. For 'do not' write a pattern, as in 'decomp: * do not *'.")]
    [InlineData("pre: i am im", "(5,6,1) ELIZA0070: Only the first word is replaced: every 'i' becomes 'am im'. For 'i am' write a pattern, as in 'decomp: * i am *'.")]
    [InlineData("post: i am you are", "(5,7,1) ELIZA0070: Only the first word is replaced: every 'i' becomes 'am you are'. For 'i am' to become 'you are', write a 'post:' line for each of its words.")]
    [InlineData("pre: i'm i am\npost: i'm you are", "(6,7,3) ELIZA0071: This never has an effect: 'i'm' has become 'i am' by then (line 5). Write a 'post:' line for what it has become, or remove this one.")]
    [InlineData("key: haunted 5 # ghosts" + Talk, "(5,16,8) ELIZA0066: A note takes a line of its own: '# ghosts' is passed over.")]
    [InlineData("key: cat\ndecomp: * cat *  # any cat\nreasmb: Ah.", "(6,18,9) ELIZA0066: A note takes a line of its own: '# any cat' is part of the pattern.")]
    [InlineData("quit: bye // see you\nfinal: Bye.", "(5,11,10) ELIZA0066: A note takes a line of its own: '// see you' is part of the phrase.")]
    [InlineData("synon: ghost spook \"white lady\"" + Ghost, "(5,20,12) ELIZA0076: '\"white lady\"' is read as 'white lady', since no user's word has symbols in it. Each of these is a member of its own. For the phrase write a pattern, as in 'decomp: * white lady *'.")]
    [InlineData("key: a\ndecomp: * breakfasts/breakfast *\nreasmb: Ah.", "(6,11,20) ELIZA0076: 'breakfasts/breakfast' is read as 'breakfasts breakfast', since no user's word has symbols in it. For any one of several words write '@breakfasts', and declare 'synon: breakfasts breakfast'.")]
    [InlineData("key: what\ndecomp: ^what$\nreasmb: Ah.", "(6,9,6) ELIZA0076: '^what$' is read as 'what', since no user's word has symbols in it. Leave the symbols out: a pattern is compared with a whole clause anyway.")]
    [InlineData("key: a\ndecomp: * $ a *\nreasmb: Ah.", "(6,11,1) ELIZA0076: '$' is read as nothing, since no user's word has symbols in it. Leave the symbols out: a pattern is compared with a whole clause anyway.")]
    [InlineData("key: a\ndecomp: % a %\nreasmb: Ah.", "(6,9,1) ELIZA0076: '%' is read as nothing, since no user's word has symbols in it. Leave the symbols out.")]
    [InlineData("key: \"a\"" + Talk, "(5,6,3) ELIZA0076: '\"a\"' is read as 'a', since no user's word has symbols in it. Leave the symbols out.")]
    [InlineData("quit: /quit\nfinal: Bye.", "(5,7,5) ELIZA0076: '/quit' is read as 'quit', since no user's word has symbols in it. Leave the symbols out.")]
    [InlineData("synon: hello hi\nkey: hello" + Talk, "(6,6,5) ELIZA0072: Only 'hello' leads to this keyword, and no other word of its class, such as 'hi'. Write 'key: @hello' for all of them.")]
    public void A_warning_tells_what_to_write(string lines, string found) =>
        Script.Findings(Script.Line + lines).ShouldBe([found]);

    [Theory]
    [InlineData("pre: dont don't\npre: i'm i am\npre: gonna going to\npre: mum my mother\npre: wont will not\npre: idk i do not know\npre: youre you are")]
    [InlineData("pre: recollect remember\npre: dogs my dog\npre: lol that is funny\npre: hi hello there\nkey: hello" + Talk)]
    [InlineData("post: i you\npost: you I\npost: i've you have\npost: mine your own")]
    [InlineData("pre: i'm i am\npost: i you\npost: am are")]
    [InlineData("key: haunted -5" + Talk + "\nkey: hunted +5" + Talk)]
    [InlineData("key: x\ndecomp: $ * x *\nreasmb: Ah.\ndecomp: $* x *\nreasmb: Oh.\ndecomp: *\nreasmb: Uh.")]
    [InlineData("pre: cañon canyon\npre: naïve naive\npre: don’t do not\nkey: well-known" + Talk + "\nkey: 7.30" + Talk)]
    [InlineData("synon: hello hi\nkey: hello" + Talk + "\nkey: hi" + Talk + "\nkey: x\ndecomp: @hello\nreasmb: Ah.")]
    [InlineData("synon: hello hi\nkey: hello\ndecomp: * hello *\nreasmb: Ah.\nkey: x\ndecomp: @hello\nreasmb: Ah.")]
    [InlineData("pre: hi hello\nsynon: hello hi hey\nkey: hello" + Talk + "\nkey: hey" + Talk + "\nkey: x\ndecomp: @hello\nreasmb: Ah.")]
    public void What_is_as_it_should_be_is_left_alone(string lines) => Script.Findings(Script.Line + lines).ShouldBeEmpty();

    [Theory]
    [InlineData("pre: cant -> can't", "pre: cant can't")]
    [InlineData("key: haunted 5 # ghosts" + Talk, "key: haunted 5" + Talk)]
    [InlineData("post: my=your", "post: my your")]
    [InlineData("key: a\ndecomp: ... my ...\nreasmb: (2)?", "key: a\ndecomp: * my *\nreasmb: (2)?")]
    [InlineData("key: a\ndecomp: * saw|heard *\nreasmb: (2)?", "key: a\nsynon: saw heard\ndecomp: * @saw *\nreasmb: (2)?")]
    [InlineData("key: what\ndecomp: ^what$\nreasmb: Ah.", "key: what\ndecomp: what\nreasmb: Ah.")]
    [InlineData("synon: ghost, spook,spectre" + Ghost, "synon: ghost spook spectre" + Ghost)]
    [InlineData("key: a\ndecomp: * are you ok?\nreasmb: Ah.", "key: a\ndecomp: * are you ok\nreasmb: Ah.")]
    [InlineData("key: a\ndecomp: * @ ghost *\nreasmb: Ah.\nsynon: ghost spook", "key: a\ndecomp: * @ghost *\nreasmb: Ah.\nsynon: ghost spook")]
    public void What_a_finding_replaces_mends_the_script(string lines, string mended)
    {
        Script.Mended(Script.Line + lines).ShouldBe(Script.Line + mended);
        Script.Clean(Script.Line + mended);
    }

    [Theory]
    [InlineData("(A (0) (X Y) (Z))", "(5,4,3) ELIZA0022: A list was not expected here. A transformation is '((DECOMPOSITION) (REASSEMBLY) …)': put a '(' before this list and a ')' behind its last reassembly.")]
    [InlineData("(A (0 B 0 (X)))", "(5,4,11) ELIZA0022: A list was not expected here. A transformation is '((DECOMPOSITION) (REASSEMBLY) …)': put the decomposition in parentheses, as in '((0 B 0) …'.")]
    [InlineData("(A ((0) WHAT OF 1))", "(5,9,4) ELIZA0022: 'WHAT' was not expected here. A reassembly is a list: put it in parentheses, as in '(WHAT OF 1)'.")]
    public void A_pair_of_parentheses_that_is_missing_in_a_list_script_is_told_once_and_where_it_goes(string rule, string found)
    {
        Script.Findings(Script.List + rule).ShouldBe([found]);
        if (Script.Mended(Script.List + rule) is var mended && mended != Script.List + rule) Script.Clean(mended);
    }

    [Theory]
    [InlineData("(A ((0) (IS IT SO?)))", "(5,16,3) ELIZA0074: 'SO?' is said as 'SO.': the machine of 1966 had no '?'.")]
    [InlineData("(A ((0) (I SEE: GO ON!)))", "(5,12,4) ELIZA0074: 'SEE:' is said as 'SEE,': the machine of 1966 had no ':'.")]
    [InlineData("(A ((0) (SAY «YES»)))", "(5,14,5) ELIZA0074: '«YES»' is said as ' YES ': the machine of 1966 had no '«'.")]
    public void A_character_that_1966_did_not_have_is_told_how_it_is_said(string rule, string found) => Script.Findings(Script.List + rule).ShouldBe([found]);

    [Theory]
    [InlineData("(A ((0) (I'm pleased. Really, 1)))")]
    [InlineData("(A ((0) (DON’T - (YOU) KNOW + / *)))")]
    [InlineData("(A ((0) (WHY 1) (WHAT OF 1) (X.) (Y.)))")]
    public void What_1966_said_is_left_alone(string rule) => Script.Findings(Script.List + rule).ShouldBeEmpty();
}
