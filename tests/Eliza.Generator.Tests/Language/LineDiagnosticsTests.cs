namespace Eliza.Generator.Tests.Language;

/// <summary>The findings of line scripts with their exact text and place: (line,column,length) id: message.</summary>
public sealed class LineDiagnosticsTests
{
    [Theory]
    [InlineData("final: H\uFFFDllo.", "(5,9,1) ELIZA0001: This character cannot be read. Save the file as UTF-8.")]
    [InlineData("Hello there", "(5,1,11) ELIZA0011: This line does not start with a tag such as 'reasmb:'. A text is one line: if this goes on with that of line 4, write it behind it.")]
    [InlineData("\nI think: so", "(6,1,11) ELIZA0011: This line does not start with a tag such as 'reasmb:'. Start it with '#' if it is a comment.")]
    [InlineData("\n: hello", "(6,1,7) ELIZA0011: This line does not start with a tag such as 'reasmb:'. Start it with '#' if it is a comment.")]
    [InlineData(" reasmbl: Hi.", "(5,2,7) ELIZA0012: 'reasmbl:' is not a tag. Did you mean 'reasmb:'?")]
    [InlineData("colour: red", "(5,1,6) ELIZA0012: 'colour:' is not a tag. The tags are initial, final, quit, pre, post, synon, key, decomp, reasmb, reasm_for_memory.")]
    [InlineData("final:", "(5,1,5) ELIZA0013: 'final:' is empty. Behind the colon it needs a text.")]
    [InlineData("quit: \"\"", "(5,1,4) ELIZA0013: 'quit:' has no words in it, and symbols are none. Behind the colon it needs the words that end the talk.")]
    [InlineData("pre:", "(5,1,3) ELIZA0013: 'pre:' is empty. Behind the colon it needs a word and the words that replace it.")]
    [InlineData("synon:", "(5,1,5) ELIZA0013: 'synon:' is empty. Behind the colon it needs the name of a class and its members.")]
    [InlineData("key:\ndecomp: *\nreasmb: Hi.", "(5,1,3) ELIZA0013: 'key:' is empty. Behind the colon it needs a word, and a rank if it is to go first or last.")]
    [InlineData("key: a\ndecomp: $\nreasmb: Hi.", "(6,1,6) ELIZA0013: 'decomp:' is empty. Behind the colon it needs a pattern, such as '*'.")]
    [InlineData("key: a five\ndecomp: *\nreasmb: Hi.", "(5,8,4) ELIZA0003: 'five' is not a rank. A rank is a whole number up to 2147483647, written after the keyword, which is a single word.")]
    [InlineData("key: a 9999999999\ndecomp: *\nreasmb: Hi.", "(5,8,10) ELIZA0003: '9999999999' is not a rank. A rank is a whole number up to 2147483647, written after the keyword, which is a single word.")]
    [InlineData("key: new york 5\ndecomp: *\nreasmb: Hi.", "(5,6,10) ELIZA0020: A keyword is one word, so 'new york 5' cannot be one. Choose its most telling word, as in 'key: york 5', and write the others into a pattern, as in 'decomp: * new york *'.")]
    [InlineData("key: XNONE\ndecomp: *\nreasmb: Hi.", "(5,6,5) ELIZA0004: The keyword 'XNONE' is already declared in line 2. Put all its decompositions there.")]
    [InlineData("key: a\nkey: b\ndecomp: *\nreasmb: Hi.", "(5,6,1) ELIZA0015: The keyword 'a' matches nothing. Give it at least one 'decomp:' line; 'decomp: *' matches everything.")]
    [InlineData("key: a\ndecomp: * b *\ndecomp: *\nreasmb: Hi.", "(6,9,5) ELIZA0005: This decomposition has nothing to say. Give it at least one reassembly.")]
    [InlineData("key: a\nreasmb: Hi.\nreasmb: Ho.", "(6,1,6) ELIZA0014: 'reasmb:' belongs under a 'decomp:' line, and there is none above it.")]
    [InlineData("key: sorry\ndecomp: *\nreasmb: goto xmone", "(7,14,5) ELIZA0006: There is no keyword 'xmone' to go to. Did you mean 'xnone'?")]
    [InlineData("key: sorry\ndecomp: *\nreasmb: goto elsewhere", "(7,14,9) ELIZA0006: There is no keyword 'elsewhere' to go to.")]
    [InlineData("synon: family mother\nkey: my\ndecomp: * @famly *\nreasmb: Hi.", "(7,11,6) ELIZA0016: No 'synon:' line declares a class 'famly'. Did you mean 'family'?")]
    [InlineData("key: my\ndecomp: * my *\nreasmb: Your (3)?", "(7,14,3) ELIZA0007: There is no component 3: the '*' and '@' of its decomposition are (1) to (2).")]
    [InlineData("key: my\ndecomp: my *\nreasmb: Your (0)?", "(7,14,3) ELIZA0007: There is no component 0: the only '*' or '@' of its decomposition is (1).")]
    [InlineData("key: my\ndecomp: my\nreasmb: (99999999999)", "(7,9,13) ELIZA0007: There is no component 99999999999: its decomposition has no '*' and no '@'.")]
    [InlineData("key: a\ndecomp: * why not? *\nreasmb: Ah.", "(6,18,1) ELIZA0054: This can never match: a clause of the user's ends at '?', and a pattern is compared with one clause. Give each clause a pattern of its own.")]
    [InlineData("key: a\ndecomp: * u.s. *\nreasmb: Ah.", "(6,12,1) ELIZA0054: This can never match: a clause of the user's ends at '.', and a pattern is compared with one clause. Give each clause a pattern of its own.")]
    [InlineData("synon: sad low\nsynon: ill low\nkey: a\ndecomp: @low @sad @ill\nreasmb: Ah.", "(8,9,4) ELIZA0016: No 'synon:' line declares a class 'low'. It is a word of '@sad' and of '@ill': name one of these.")]
    [InlineData("synon: sad low\nkey: @sat\ndecomp: *\nreasmb: Ah.", "(6,6,4) ELIZA0016: No 'synon:' line declares a class 'sat'. Did you mean 'sad'?")]
    [InlineData("synon: sad low\nkey: @sad\ndecomp: *\nreasmb: Ah.\nkey: @low\ndecomp: *\nreasmb: Oh.", "(9,6,4) ELIZA0004: The keyword '@low' is already declared in line 6. Put all its decompositions there.")]
    [InlineData("key: a\ndecomp: *\nreasmb: Hi.\nreasm_for_memory: goto xnone", "(8,19,10) ELIZA0019: A '$' decomposition stores a text to be said later, so it cannot go to another keyword. Write what is to be remembered.")]
    [InlineData("synon: a b\nsynon: A c\nkey: a\ndecomp: @a\nreasmb: Hi.", "(6,8,1) ELIZA0018: The class '@A' is already given in line 5. Keep one of them.")]
    [InlineData("key: a\ndecomp: $ *\nreasmb: newkey\ndecomp: *\nreasmb: Hi.", "(7,9,6) ELIZA0019: A '$' decomposition stores a text to be said later, so it cannot say 'newkey'. Write what is to be remembered.")]
    [InlineData("key: a\ndecomp: $ *\nreasmb: goto xnone\ndecomp: *\nreasmb: Hi.", "(7,9,10) ELIZA0019: A '$' decomposition stores a text to be said later, so it cannot go to another keyword. Write what is to be remembered.")]
    [InlineData("key: a\ndecomp: *\nreasmb: goto b\nkey: b\ndecomp: * b *\nreasmb: goto a\ndecomp: *\nreasmb: goto a", "(7,14,1) ELIZA0009: This goes round for ever, whatever the user says: a -> b -> a. Let one of these keywords say something or end in 'newkey'.")]
    public void An_error_tells_what_is_wrong_and_where(string lines, string found) => Script.Findings(Script.Line + lines).ShouldBe([found]);

    [Theory]
    [InlineData("key: a\ndecomp: * b *\nreasmb: Hi.\ndecomp: b @c *\nreasmb: Ho.\nsynon: c d", "(8,9,6) ELIZA0034: This decomposition is never used: everything it matches is matched by the one in line 6. Move it up or remove it.")]
    [InlineData("key: a\ndecomp: *\nreasmb: Hi.\ndecomp: $ * a *\nreasmb: You said (2).", "(8,9,7) ELIZA0034: This decomposition is never used: everything it matches is matched by the one in line 6. Move it up or remove it.")]
    [InlineData("pre: dreams dream\nkey: dream\ndecomp: * my dreams *\nreasmb: Ah.", "(7,14,6) ELIZA0035: This can never match: 'dreams' has become 'dream' by then (line 5). Write 'dream'.")]
    [InlineData("pre: bye goodbye\nquit: bye\nfinal: Bye.", "(6,7,3) ELIZA0035: This can never match: 'bye' has become 'goodbye' by then (line 5). Write 'goodbye'.")]
    [InlineData("synon: pets, cat\nkey: a\ndecomp: * a @pets *\nreasmb: Ah.", "(5,12,1) ELIZA0053: ',' is not needed here: blanks separate words, and no user's word has punctuation in it. Remove it.")]
    [InlineData("key: a\ndecomp: * a !\nreasmb: Ah.", "(6,13,1) ELIZA0053: '!' is not needed here: blanks separate words, and no user's word has punctuation in it. Remove it.")]
    [InlineData("key: a\ndecomp: * But *\nreasmb: Ah.", "(6,11,3) ELIZA0036: This can never match: no user's line yields the word 'But', because 'But' ends a clause.")]
    [InlineData("key: dreams\ndecomp: * dreams *\nreasmb: Ah.\npre: dreams dream", "(5,6,6) ELIZA0037: The keyword 'dreams' is never found: it has become 'dream' by then (line 8), and nothing goes there.")]
    [InlineData("key: really?\ndecomp: *\nreasmb: Ah.", "(5,12,1) ELIZA0053: '?' is not needed here: blanks separate words, and no user's word has punctuation in it. Remove it.")]
    [InlineData("synon: sad low\nkey: @sad\ndecomp: *\nreasmb: Ah.\nkey: sad\ndecomp: *\nreasmb: Oh.\nkey: low\ndecomp: *\nreasmb: So.", "(6,6,4) ELIZA0037: The keyword '@sad' is never found: each word of the class has a keyword of its own, and nothing goes there.")]
    [InlineData("key: But\ndecomp: *\nreasmb: Ah.", "(5,6,3) ELIZA0037: The keyword 'But' is never found: 'But' ends a clause, and nothing goes there.")]
    [InlineData("key: a\ndecomp: *\nreasmb: goto b\nkey: b\ndecomp: *\nreasmb: Ah.\nreasmb: goto a", "(11,14,1) ELIZA0038: This can go round in a circle: a -> b -> a. Break it, or the conversation may be cut short.")]
    [InlineData("synon: sad unhappy", "(5,8,3) ELIZA0039: No decomposition uses the class '@sad'. Use it or remove it.")]
    [InlineData("synon: kin mother\nkey: a\ndecomp: @kin a @kin\nreasmb: Your (1)?", "(7,16,4) ELIZA0040: No reassembly uses component 2, though component 1, which is like it, is used. Was it miscounted?")]
    [InlineData("key: a\ndecomp: *\nreasmb: Ah.\nreasmb: Oh.\nreasmb:  Ah.", "(9,10,3) ELIZA0041: This is the same as the reassembly in line 7 and is said twice as often. Change or remove one.")]
    [InlineData("key: a\ndecomp: *\nreasmb:", "(7,1,6) ELIZA0042: This reassembly is empty, so the reply says nothing. Write a text.")]
    [InlineData("key: a\ndecomp: *\nreasmb: Why (1)?\nreasmb: Tell me of (1)", "(8,9,14) ELIZA0043: This reassembly ends in the user's words without punctuation, unlike its neighbours. End it with '.' or '?'.")]
    [InlineData("key: a\ndecomp: * a*\nreasmb: Ah.", "(6,11,2) ELIZA0044: 'a*' is read as 'a *': '*' stands for whole words, never for a part of one. Put blanks around it.")]
    [InlineData("synon: sad low\nsynon: quiet LOW\nkey: a\ndecomp: @sad @quiet\nreasmb: Ah.", "(6,14,3) ELIZA0045: 'LOW' is also a member of the class '@sad' (line 5). Keep it in one of them.")]
    [InlineData("post: you you", "(5,7,3) ELIZA0046: 'you' is replaced by itself. Remove the line.")]
    [InlineData("pre: a b\npre: A c", "(6,6,1) ELIZA0047: 'pre:' already replaces 'A' in line 5, so this line has no effect. Remove one of them.")]
    [InlineData("quit: bye", "(5,7,3) ELIZA0049: 'quit:' ends the talk, but there is no 'final:' line to say goodbye with. Add one.")]
    public void A_warning_tells_what_is_useless_and_where(string lines, string found) => Script.Findings(Script.Line + lines).ShouldBe([found]);

    [Theory]
    [InlineData("", "(1,1,0) ELIZA0008: Nothing answers when no keyword is found. Add the lines 'key: xnone', 'decomp: *' and 'reasmb: Please go on.'.")]
    [InlineData("key: xnone\ndecomp: * a *\nreasmb: Hi.\ndecomp: $ *\nreasmb: Ho.", "(1,6,5) ELIZA0017: 'xnone' must be able to answer anything. Give it a decomposition '*'.")]
    [InlineData("key: xnone\ndecomp: *\nreasmb: Hi.", "(1,1,0) ELIZA0048: The script does not greet the user. Add an 'initial:' line.")]
    [InlineData("decomp: *\nreasmb: Hi.\nreasmb: Ho.", "(1,1,6) ELIZA0014: 'decomp:' belongs under a 'key:' line, and there is none above it.")]
    public void What_is_missing_is_told_as_well(string script, string found) => Script.Findings(script).ShouldBe([found]);

    [Theory]
    [InlineData("pre: how what\nkey: how\ndecomp: *\nreasmb: Ah.\nkey: a\ndecomp: *\nreasmb: goto how")]
    [InlineData("pre: however but\nkey: a\ndecomp: * but *\nreasmb: Ah.")]
    [InlineData("pre: a b\npre: b a\nkey: a\ndecomp: * a * b *\nreasmb: Ah.")]
    [InlineData("synon: be am is was were\nsynon: was were\nkey: a\ndecomp: @be @was\nreasmb: Ah.")]
    [InlineData("synon: dream dreams\npre: dreams dream\nkey: a\ndecomp: @dream\nreasmb: Ah.")]
    [InlineData("key: a\ndecomp: $ *\nreasmb: You said (1).\ndecomp: *\nreasmb: Ah.")]
    [InlineData("key: a\ndecomp: * b *\nreasmb: newkey\ndecomp: *\nreasmb: newkey\nreasmb: goto xnone\nreasmb: newkey")]
    [InlineData("post: i I\npost: you I")]
    [InlineData("key: a\ndecomp: * a * b *\nreasmb: You (2) me\nreasmb: Go on\nreasmb: Why?")]
    public void What_is_as_it_should_be_is_left_alone(string lines) => Script.Findings(Script.Line + lines).ShouldBeEmpty();

    [Fact]
    public void All_errors_are_told_at_once_and_in_the_order_of_the_file() => Script.Ids("""
        initial: Hello.
        keey: hello x5
          decomp: * hello *
            reasmb: (3)
            resmb: goto there
          decomp:
            reasmb: (1)
        key: hello
        key: xnone
          decomp: *
        """).ShouldBe(["ELIZA0012", "ELIZA0003", "ELIZA0007", "ELIZA0012", "ELIZA0006", "ELIZA0013", "ELIZA0015", "ELIZA0004", "ELIZA0005"]);

    [Fact]
    public void Nothing_is_warned_of_while_there_are_errors() =>
        Script.Ids("key: xnone\ndecomp: *\nreasmb:\nkey: a b c").ShouldBe(["ELIZA0020"]);

    [Fact]
    public void A_file_that_is_not_text_is_one_error() =>
        Script.Findings("i\0n\0i\0t\0i\0a\0l\0:\0").ShouldBe(["(1,2,1) ELIZA0001: This character cannot be read. Save the file as UTF-8."]);
}
