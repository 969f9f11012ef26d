namespace Eliza.Generator.Tests.Language;

/// <summary>The findings of list scripts with their exact text and place: (line,column,length) id: message.</summary>
public sealed class ListDiagnosticsTests
{
    private const string Items = "A rule holds '= WORD', a precedence, DLIST(/TAG), transformations in parentheses and at the end a link '(=KEYWORD)'.";
    private const string MemoryForm = "The form is (MEMORY KEYWORD (DECOMPOSITION = REASSEMBLY) …), with four of the inner lists.";

    [Theory]
    [InlineData("(A ((0) (X))", "(5,1,1) ELIZA0021: A ')' is missing in the list that begins here; it should be complete by line 5.")]
    [InlineData("(A ((0) (X)\n(B ((0) (Y)))", "(5,1,1) ELIZA0021: 2 ')' are missing in the list that begins here; it should be complete by line 5.")]
    [InlineData("(A ((0) (X))))", "(5,14,1) ELIZA0021: This ')' closes nothing. Remove it, or add the '(' it belongs to.")]
    [InlineData("(A ((0) (X))\n(B ((0) (Y)))\n(C ((0) (Z))))", "(5,1,1) ELIZA0021: A ')' is missing in the list that begins here; it should be complete by line 5.|(7,14,1) ELIZA0021: This ')' closes nothing. Remove it, or add the '(' it belongs to.")]
    [InlineData("(A B C ((0) (X)))", "(5,4,1) ELIZA0022: 'B' was not expected here. " + Items)]
    [InlineData("(A =)", "(5,4,1) ELIZA0022: '=' was not expected here. A '=' is followed by the word that replaces the keyword.")]
    [InlineData("(A = 5 ((0) (X)))", "(5,4,1) ELIZA0022: '=' was not expected here. A '=' is followed by the word that replaces the keyword.")]
    [InlineData("(A DLIST /X)", "(5,4,5) ELIZA0022: 'DLIST' was not expected here. DLIST is followed by a list of tags, such as DLIST(/NOUN FAMILY).")]
    [InlineData("(A (0 (X)))", "(5,4,7) ELIZA0022: A list was not expected here. A transformation is '((DECOMPOSITION) (REASSEMBLY) …)': put the decomposition in parentheses, as in '((0) …'.")]
    [InlineData("(A ((0) X))", "(5,9,1) ELIZA0022: 'X' was not expected here. A reassembly is a list: put it in parentheses, as in '(X)'.")]
    [InlineData("(A ((0) (= X Y)))", "(5,9,7) ELIZA0022: '=' was not expected here. A link is '(=KEYWORD)'.")]
    [InlineData("(A ((0) (PRE X (=A))))", "(5,9,12) ELIZA0022: 'PRE' was not expected here. Its form is '(PRE (WORD …) (=KEYWORD))'.")]
    [InlineData("(A ((0 (B (C))) (X)))", "(5,11,3) ELIZA0022: A list was not expected here. A list inside a list holds words only.")]
    [InlineData("(5 ((0) (X)))", "(5,2,1) ELIZA0022: The number '5' was not expected here. A rule begins with its keyword.")]
    [InlineData("A ((0) (X))", "(5,1,1) ELIZA0022: 'A' was not expected here. A rule begins with '('.|(5,4,3) ELIZA0022: A list was not expected here. A rule begins with its keyword.")]
    [InlineData("START", "(5,1,5) ELIZA0023: START may only stand directly after the opening remarks. Remove it or move it there.")]
    [InlineData("(A)", "(5,2,1) ELIZA0024: The rule of 'A' is empty. Give it a decomposition, a link, a substitute, a precedence or tags.")]
    [InlineData("(A (() (X)))", "(5,5,2) ELIZA0025: A decomposition cannot be empty. '(0)' matches everything.")]
    [InlineData("(A ((0)))", "(5,5,3) ELIZA0005: This decomposition has nothing to say. Give it at least one reassembly.")]
    [InlineData("(A ((0) (X (B 2))))", "(5,15,1) ELIZA0026: A list inside a list holds words, and '2' is a number. Write it outside the inner list.")]
    [InlineData("(A (=MY) ((0) (X)))", "(5,4,5) ELIZA0027: The link '(=MY)' must be the last item of its rule. Move it to the end.")]
    [InlineData("(A (=ME))(ME = YOU)", "(5,6,2) ELIZA0028: The keyword 'ME' has no decomposition and no link, so nothing can be said by going there. Give it one, or link to another keyword.")]
    [InlineData("(A ((0) (=NONE)))", "(5,11,4) ELIZA0029: NONE is not a keyword that can be linked to. Write (NEWKEY) to try the next keyword and NONE after the last.")]
    [InlineData("(MOTHER ((0) (PRE (X) (=MOTHR))))", "(5,25,5) ELIZA0006: There is no keyword 'MOTHR' to go to. Did you mean 'MOTHER'?")]
    [InlineData("(MY ((0) (X)))", "(5,2,2) ELIZA0004: The keyword 'MY' is already declared in line 3. Put all its decompositions there.")]
    [InlineData("(A ((0 B 0) (X 4)))", "(5,16,1) ELIZA0007: There is no component 4: the elements of its decomposition are 1 to 3.")]
    [InlineData("(A ((0) (PRE (X 0) (=MY))))", "(5,17,1) ELIZA0007: There is no component 0: the only element of its decomposition is 1.")]
    [InlineData("(A 99999999999 ((0) (X)))", "(5,4,11) ELIZA0003: '99999999999' is not a rank. A rank is a whole number up to 2147483647, written after the keyword, which is a single word.")]
    [InlineData("(MEMORY MY (0 = A) (0 = B) (0 = C) (0 = D))", "(5,2,6) ELIZA0031: The MEMORY rule is already given in line 4. A script has one.")]
    [InlineData("(A (=B))\n(B (=A))", "(5,6,1) ELIZA0009: This goes round for ever, whatever the user says: A -> B -> A. Let one of these keywords say something or end in (NEWKEY).")]
    [InlineData("(A ((0) (PRE (1 1) (=A))))", "(5,22,1) ELIZA0009: This goes round for ever, whatever the user says: A -> A. Let one of these keywords say something or end in (NEWKEY).")]
    public void An_error_tells_what_is_wrong_and_where(string rules, string found) =>
        Script.Findings(Script.List + rules).ShouldBe(found.Split('|'));

    [Theory]
    [InlineData("(MEMORY)", "(4,2,6) ELIZA0032: MEMORY is followed by a keyword. " + MemoryForm)]
    [InlineData("(MEMORY MY (0 = A) (0 = B) (0 = C))", "(4,2,6) ELIZA0032: MEMORY has exactly 4 patterns, and here are 3. " + MemoryForm)]
    [InlineData("(MEMORY MY (0 = A) (0 = B) (0 = C) (0 = D) (0 = E))", "(4,2,6) ELIZA0032: MEMORY has exactly 4 patterns, and here are 5. " + MemoryForm)]
    [InlineData("(MEMORY MY (0 A) (0 = B) (0 = C) (0 = D))", "(4,12,5) ELIZA0032: A pattern of MEMORY has something on either side of a '='. " + MemoryForm)]
    [InlineData("(MEMORY MY X)", "(4,12,1) ELIZA0032: 'X' was not expected in MEMORY. " + MemoryForm)]
    [InlineData("(MEMORY MY (0 = A 2) (0 = B) (0 = C) (0 = D))", "(4,19,1) ELIZA0007: There is no component 2: the only element of its decomposition is 1.")]
    [InlineData("(MEMORY MI (0 = A) (0 = B) (0 = C) (0 = D))", "(4,9,2) ELIZA0033: MEMORY names 'MI', which is not a keyword. Give 'MI' a rule of its own. Did you mean 'MY'?")]
    [InlineData("(MEMORY NONE (0 = A) (0 = B) (0 = C) (0 = D))", "(4,9,4) ELIZA0033: MEMORY names 'NONE', which is not a keyword. Give 'NONE' a rule of its own.")]
    [InlineData("", "(1,1,0) ELIZA0030: The script has no MEMORY rule. Add one: (MEMORY KEYWORD (DECOMPOSITION = REASSEMBLY) …), with four of the inner lists.")]
    public void A_wrong_memory_is_an_error(string memory, string found) =>
        Script.Findings("(HELLO)\n(NONE ((0) (GO ON)))\n(MY ((0) (TELL ME MORE)))\n" + memory).ShouldBe([found]);

    [Theory]
    [InlineData("(K ((0 A 0) (X)) ((0 (*A B) 0) (Y)) ((0 B 0) (Z)))", "(5,38,7) ELIZA0034: This decomposition is never used: everything it matches is matched by the one in line 5. Move it up or remove it.")]
    [InlineData("(K ((0 A) (X)) ((0 B) (Y)) ((0 (*A B)) (Z)))", "(5,29,10) ELIZA0034: This decomposition is never used: everything it matches is matched by those before it together. Move it up or remove it.")]
    [InlineData("(AM = ARE ((0 AM 0) (X)))", "(5,15,2) ELIZA0035: This can never match: 'AM' has become 'ARE' by then (line 5). Write 'ARE'.")]
    [InlineData("(MUM = MOTHER DLIST(/FAM))(K ((0 (/FAM) 0) (X)))", "(5,34,6) ELIZA0035: This can never match: 'MUM' has become 'MOTHER' by then (line 5). Write 'MOTHER'.")]
    [InlineData("(K ((0 WHAT? 0) (X)))", "(5,8,5) ELIZA0036: This can never match: no user's line yields the word 'WHAT.', because punctuation is never part of a word.")]
    [InlineData("(K ((0 A\"B 0) (X)))", "(5,8,3) ELIZA0036: This can never match: no user's line yields the word 'A B', because a quotation mark separates words.")]
    [InlineData("(BUT ((0) (X)))", "(5,2,3) ELIZA0037: The keyword 'BUT' is never found: BUT ends a clause, and nothing goes there.")]
    [InlineData("(A ((0 B) (=C)) ((0) (X)))(C (=A))", "(5,32,1) ELIZA0038: This can go round in a circle: A -> C -> A. Break it, or the conversation may be cut short.")]
    [InlineData("(K ((0 (/NOUM)) (X)))(MAN DLIST(/NOUN))", "(5,10,4) ELIZA0050: No keyword bears the tag 'NOUM', so it matches no word. Did you mean 'NOUN'?")]
    [InlineData("(K ((0 (A B) 0) (X)))", "(5,8,5) ELIZA0051: This set matches no word. Write '(*WORD WORD)' for one of several words or '(/TAG)' for the words that bear a tag.")]
    [InlineData("(K ((0 (*A B) 0 (*A B)) (X 2)))", "(5,17,6) ELIZA0040: No reassembly uses component 4, though component 2, which is like it, is used. Was it miscounted?")]
    [InlineData("(K ((0) (X) (Y 1) (X)))", "(5,19,3) ELIZA0041: This is the same as the reassembly in line 5 and is said twice as often. Change or remove one.")]
    [InlineData("(K ((0) ()))", "(5,9,2) ELIZA0042: This reassembly is empty, so the reply says nothing. Write a text.")]
    public void A_warning_tells_what_is_useless_and_where(string rules, string found) => Script.Findings(Script.List + rules).ShouldBe([found]);

    [Fact]
    public void A_script_that_does_not_greet_is_warned_of() =>
        Script.Findings(Script.List.Replace("(HELLO)", "()", StringComparison.Ordinal))
            .ShouldBe(["(1,1,0) ELIZA0048: The script does not greet the user. Put words into the list that the script begins with."]);

    [Theory]
    [InlineData("(NONE ((0 A 0) (X)))")]
    [InlineData("(NONE ((0 A 0) (=MY)) ((0) (X)))")]
    [InlineData("(NONE ((0) (X) (NEWKEY)))")]
    public void A_NONE_that_can_be_at_a_loss_is_warned_of_because_1966_allows_it(string none) =>
        Script.Findings(Script.List.Replace("(NONE ((0) (GO ON)))", none, StringComparison.Ordinal))
            .ShouldBe(["(2,2,4) ELIZA0052: NONE cannot answer everything and then repeats the user's words. Give it a decomposition (0) whose reassemblies are texts."]);

    [Theory]
    [InlineData("(K ((' 0) (PRE (. ' 1) (=K))) ((0 . 0) (X)))")]
    [InlineData("(A ((0 B 0) (PRE (1) (=A))) ((0) (X)))")]
    [InlineData("(DREAMED = DREAMT (=DREAMT))(DREAMT ((0 DREAMT 0) (X)))")]
    [InlineData("(MYSELF = YOURSELF)(YOURSELF = MYSELF)(K ((0 MYSELF 0 YOURSELF) (X)))")]
    [InlineData("(WHAT? ((0) (X)))(K (=WHAT?))")]
    [InlineData("(MOTHER DLIST(/NOUN FAMILY))(FATHER DLIST(/FAMILY))(K ((0 (/FAMILY)) (X)))")]
    public void What_is_as_it_should_be_is_left_alone(string rules) => Script.Findings(Script.List + rules).ShouldBeEmpty();

    [Fact]
    public void A_script_without_rules_is_told_what_it_lacks() => Script.Ids("(HI)").ShouldBe(["ELIZA0008", "ELIZA0030"]);

    [Fact]
    public void A_wrong_rule_does_not_hide_the_next() =>
        Script.Ids(Script.List + "(A B)\n(C ((0) (2)))\n(D ((0) (=E))\n(F (NEWKEY))").ShouldBe(["ELIZA0022", "ELIZA0007", "ELIZA0021", "ELIZA0006", "ELIZA0022"]);
}
