namespace Eliza.Generator.Language;

/// <summary>
/// All findings. An id is never reused or changed. Each has a page in <c>docs/diagnostics</c> and a line in
/// <c>AnalyzerReleases.Shipped.md</c> or <c>AnalyzerReleases.Unshipped.md</c>.
/// </summary>
public static class ScriptRules
{
    // Errors of both languages.

    internal static readonly ScriptRule UnreadableEncoding = Error(1, "Unreadable encoding",
        "This character cannot be read. Save the file as UTF-8.");

    internal static readonly ScriptRule TooManyFindings = Warning(2, "Too many findings",
        "Only the first {0} findings are shown. Mend some of them and build again.");

    internal static readonly ScriptRule BadRank = Error(3, "Bad rank",
        "'{0}' is not a rank. A rank is a whole number up to 2147483647, written after the keyword, which is a single word.");

    internal static readonly ScriptRule DuplicateKeyword = Error(4, "Duplicate keyword",
        "The keyword '{0}' is already declared in line {1}. Put all its decompositions there.");

    internal static readonly ScriptRule DecompositionWithoutReassembly = Error(5, "Decomposition without reassembly",
        "This decomposition has nothing to say. Give it at least one reassembly.");

    internal static readonly ScriptRule UnknownGoto = Error(6, "Unknown goto",
        "There is no keyword '{0}' to go to.{1}");

    internal static readonly ScriptRule ComponentOutOfRange = Error(7, "Component out of range",
        "There is no component {0}: {1}.");

    internal static readonly ScriptRule NoFallback = Error(8, "No fallback",
        "Nothing answers when no keyword is found. {0}");

    internal static readonly ScriptRule EndlessCircle = Error(9, "Circle that cannot end",
        "This goes round for ever, whatever the user says: {0}. Let one of these keywords say something or end in {1}.");

    internal static readonly ScriptRule ScriptsOfOneName = Error(10, "Two scripts of one name",
        "The scripts '{0}' and '{1}' would both be called '{2}'. Rename one of the files.");

    // Errors of the line language.

    internal static readonly ScriptRule LineWithoutTag = Error(11, "Line without a tag",
        "This line does not start with a tag such as 'reasmb:'. {0}");

    internal static readonly ScriptRule UnknownTag = Error(12, "Unknown tag",
        "'{0}:' is not a tag.{1}");

    internal static readonly ScriptRule MissingValue = Error(13, "Missing value",
        "{0} Behind the colon it needs {1}.");

    internal static readonly ScriptRule LineOutsideItsBlock = Error(14, "Line outside its block",
        "'{0}:' belongs under a '{1}:' line, and there is none above it.");

    internal static readonly ScriptRule KeywordWithoutDecomposition = Error(15, "Keyword without decomposition",
        "The keyword '{0}' matches nothing. Give it at least one 'decomp:' line; 'decomp: *' matches everything.");

    internal static readonly ScriptRule UnknownClass = Error(16, "Unknown class",
        "No 'synon:' line declares a class '{0}'.{1}");

    internal static readonly ScriptRule FallbackWithoutCatchAll = Error(17, "Fallback without catch-all",
        "'{0}' must be able to answer anything. Give it a decomposition '*'.");

    internal static readonly ScriptRule RepeatedDeclaration = Error(18, "Repeated declaration",
        "{0} is already given in line {1}. Keep one of them.");

    internal static readonly ScriptRule MemoryWithoutText = Error(19, "Memory without text",
        "A '$' decomposition stores a text to be said later, so it cannot {0}. Write what is to be remembered.");

    internal static readonly ScriptRule KeywordOfSeveralWords = Error(20, "Keyword of several words",
        "A keyword is one word, so '{0}' cannot be one. {1}");

    // Errors of the list language.

    internal static readonly ScriptRule UnbalancedList = Error(21, "Unbalanced list",
        "{0}");

    internal static readonly ScriptRule MalformedRule = Error(22, "Malformed rule",
        "{0} was not expected here. {1}");

    internal static readonly ScriptRule MisplacedStart = Error(23, "Misplaced START",
        "START may only stand directly after the opening remarks. Remove it or move it there.");

    internal static readonly ScriptRule KeywordWithoutBody = Error(24, "Keyword without body",
        "The rule of '{0}' is empty. Give it a decomposition, a link, a substitute, a precedence or tags.");

    internal static readonly ScriptRule EmptyDecomposition = Error(25, "Empty decomposition",
        "A decomposition cannot be empty. '(0)' matches everything.");

    internal static readonly ScriptRule NumberInSublist = Error(26, "Number in a sublist",
        "A list inside a list holds words, and '{0}' is a number. Write it outside the inner list.");

    internal static readonly ScriptRule LinkNotLast = Error(27, "Link is not last",
        "The link '(={0})' must be the last item of its rule. Move it to the end.");

    internal static readonly ScriptRule LinkWithoutTransformation = Error(28, "Link to a keyword without transformation",
        "The keyword '{0}' has no decomposition and no link, so nothing can be said by going there. Give it one, or link to another keyword.");

    internal static readonly ScriptRule LinkToNone = Error(29, "Link to NONE",
        "NONE is not a keyword that can be linked to. Write (NEWKEY) to try the next keyword and NONE after the last.");

    internal static readonly ScriptRule NoMemory = Error(30, "No MEMORY rule",
        "The script has no MEMORY rule. Add one: {0}.");

    internal static readonly ScriptRule SecondMemory = Error(31, "Second MEMORY rule",
        "The MEMORY rule is already given in line {0}. A script has one.");

    internal static readonly ScriptRule WrongMemory = Error(32, "Wrong MEMORY rule",
        "{0}. The form is {1}.");

    internal static readonly ScriptRule MemoryOfNoKeyword = Error(33, "MEMORY of no keyword",
        "MEMORY names '{0}', which is not a keyword. Give '{0}' a rule of its own.{1}");

    // Scripts that compile, but probably do not do what their author meant.

    internal static readonly ScriptRule UnreachableDecomposition = Warning(34, "Unreachable decomposition",
        "This decomposition is never used: everything it matches is matched by {0}. Move it up or remove it.");

    internal static readonly ScriptRule RewrittenWord = Warning(35, "Rewritten word",
        "This can never match: '{0}' has become '{1}' by then (line {2}). Write '{1}'.");

    internal static readonly ScriptRule ImpossibleWord = Warning(36, "Impossible word",
        "This can never match: no user's line yields the word '{0}', because {1}.");

    internal static readonly ScriptRule UnreachableKeyword = Warning(37, "Unreachable keyword",
        "The keyword '{0}' is never found: {1}, and nothing goes there.");

    internal static readonly ScriptRule Circle = Warning(38, "Circle",
        "This can go round in a circle: {0}. Break it, or the conversation may be cut short.");

    internal static readonly ScriptRule UnusedClass = Warning(39, "Unused class",
        "No decomposition uses the class '@{0}'. Use it or remove it.");

    internal static readonly ScriptRule UnusedComponent = Warning(40, "Unused component",
        "No reassembly uses component {0}, though component {1}, which is like it, is used. Was it miscounted?");

    internal static readonly ScriptRule DuplicateReassembly = Warning(41, "Duplicate reassembly",
        "This is the same as the reassembly in line {0} and is said twice as often. Change or remove one.");

    internal static readonly ScriptRule EmptyReassembly = Warning(42, "Empty reassembly",
        "This reassembly is empty, so the reply says nothing. Write a text.");

    internal static readonly ScriptRule MissingPunctuation = Warning(43, "Missing punctuation",
        "This reassembly ends in the user's words without punctuation, unlike its neighbours. End it with '.' or '?'.");

    internal static readonly ScriptRule StarInsideWord = Warning(44, "Star inside a word",
        "'{0}' is read as '{1}': '*' stands for whole words, never for a part of one. Put blanks around it.");

    internal static readonly ScriptRule MemberOfTwoClasses = Warning(45, "Member of two classes",
        "'{0}' is also a member of the class '@{1}' (line {2}). Keep it in one of them.");

    internal static readonly ScriptRule IdleRewrite = Warning(46, "Rewrite without effect",
        "'{0}' is replaced by itself. Remove the line.");

    internal static readonly ScriptRule RepeatedRewrite = Warning(47, "Repeated rewrite",
        "'{0}:' already replaces '{1}' in line {2}, so this line has no effect. Remove one of them.");

    internal static readonly ScriptRule MissingGreeting = Warning(48, "Missing greeting",
        "The script does not greet the user. {0}");

    internal static readonly ScriptRule MissingFarewell = Warning(49, "Missing farewell",
        "'quit:' ends the talk, but there is no 'final:' line to say goodbye with. Add one.");

    internal static readonly ScriptRule UnknownWordTag = Warning(50, "Unknown tag of words",
        "No keyword bears the tag '{0}', so it matches no word.{1}");

    internal static readonly ScriptRule EmptySet = Warning(51, "Empty set",
        "This set matches no word. Write '(*WORD WORD)' for one of several words or '(/TAG)' for the words that bear a tag.");

    internal static readonly ScriptRule NoneWithoutCatchAll = Warning(52, "NONE without catch-all",
        "NONE cannot answer everything and then repeats the user's words. Give it a decomposition (0) whose reassemblies are texts.");

    // Words that users cannot type or that never come.

    internal static readonly ScriptRule PunctuationAmongWords = Warning(53, "Punctuation among words",
        "'{0}' is not needed here: blanks separate words, and no user's word has punctuation in it. Remove it.");

    internal static readonly ScriptRule PatternOfTwoClauses = Error(54, "Pattern of two clauses",
        "This can never match: a clause of the user's ends at '{0}', and a pattern is compared with one clause. Give each clause a pattern of its own.");

    // The project with the scripts.

    internal static readonly ScriptRule OldLanguage = Error(58, "C# too old",
        "Scripts are compiled to C# {0}, and this project asks for C# {1}. Remove LangVersion from the project file, or set it to {0} or later.");

    internal static readonly ScriptRule TakenName = Error(59, "Name in use",
        "The project has '{0}' in its own code, but scripts are compiled to this name. Rename it in the code, or set ElizaScriptsNamespace to another namespace.");

    internal static readonly ScriptRule WrongProperty = Error(77, "Wrong property",
        "{0} cannot be '{1}'. Write {2}.");

    internal static readonly ScriptRule WrongRuntime = Error(78, "Wrong runtime",
        "Scripts are compiled to code for Eliza.Runtime {0}, and the version that this project has is: {1}. Refer to the package Eliza.Runtime, and to all others of Eliza, in the version of Eliza.Generator.");

    // Files and lines in another format than their author thinks.

    internal static readonly ScriptRule NoTextFile = Error(60, "No text file",
        "This is {0}, not plain text. Open it in the program that made it and save it as plain text, in UTF-8.");

    internal static readonly ScriptRule WrongBeginning = Error(61, "Beginning of the other language",
        "{0}");

    internal static readonly ScriptRule MissingColon = Error(62, "Missing colon",
        "A ':' is missing behind the tag. Write '{0}:'.");

    internal static readonly ScriptRule ForeignColon = Warning(63, "Foreign colon",
        "'{0}' is not the colon that ends a tag. Write ':'.");

    // Text of a reply that was meant as something else.

    internal static readonly ScriptRule SpokenComponent = Warning(64, "Component said aloud",
        "'{0}' is said as it stands. {1}");

    internal static readonly ScriptRule SpokenInstruction = Warning(65, "Instruction said aloud",
        "This is said as it stands, because it is not exactly {0}. Write {1}.");

    internal static readonly ScriptRule NoteBehindValue = Warning(66, "Note behind a value",
        "A note takes a line of its own: '{0}' is {1}.");

    internal static readonly ScriptRule SpokenEscape = Warning(67, "Escape said aloud",
        "'{0}' is said as it stands. Write {1}.");

    // Lines that are read in another way than their author meant.

    internal static readonly ScriptRule RewriteWithoutWords = Error(68, "Rewrite without words",
        "'{0}: {1}' does not say what '{1}' becomes. Write that behind it, as in '{0}: {2}'.");

    internal static readonly ScriptRule ArrowInRewrite = Error(69, "Arrow in a rewrite",
        "Nothing stands between a word and those that replace it, so '{0}' is too much. Write '{1}: {2}'.");

    internal static readonly ScriptRule MisreadRewrite = Warning(70, "Rewrite of several words",
        "Only the first word is replaced: every '{0}' becomes '{1}'. {2}");

    internal static readonly ScriptRule IdlePost = Warning(71, "Post of a word that pre removes",
        "This never has an effect: '{0}' has become '{1}' by then (line {2}). Write a 'post:' line for what it has become, or remove this one.");

    internal static readonly ScriptRule UnheardMembers = Warning(72, "Members that are no keywords",
        "Only '{0}' leads to this keyword, and no other word of its class, such as '{1}'. Write 'key: @{0}' for all of them.");

    internal static readonly ScriptRule ClassWithoutName = Error(73, "Class without a name",
        "'@' stands alone. Write '@{0}', without a blank.");

    internal static readonly ScriptRule ModernCharacter = Info(74, "Character that 1966 did not have",
        "'{0}' is said as '{1}': the machine of 1966 had no {2}.");

    internal static readonly ScriptRule EllipsisForStar = Error(75, "Ellipsis for a star",
        "'{0}' does not stand for words. Write '*', which stands for any words or none.");

    internal static readonly ScriptRule SymbolAmongWords = Warning(76, "Symbol among words",
        "'{0}' is read as {1}, since no user's word has symbols in it. {2}");

    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<ScriptRule> All { get; } =
    [
        UnreadableEncoding, TooManyFindings, BadRank, DuplicateKeyword, DecompositionWithoutReassembly, UnknownGoto,
        ComponentOutOfRange, NoFallback, EndlessCircle, ScriptsOfOneName,
        LineWithoutTag, UnknownTag, MissingValue, LineOutsideItsBlock, KeywordWithoutDecomposition, UnknownClass,
        FallbackWithoutCatchAll, RepeatedDeclaration, MemoryWithoutText, KeywordOfSeveralWords,
        UnbalancedList, MalformedRule, MisplacedStart, KeywordWithoutBody, EmptyDecomposition, NumberInSublist,
        LinkNotLast, LinkWithoutTransformation, LinkToNone, NoMemory, SecondMemory, WrongMemory, MemoryOfNoKeyword,
        UnreachableDecomposition, RewrittenWord, ImpossibleWord, UnreachableKeyword, Circle, UnusedClass,
        UnusedComponent, DuplicateReassembly, EmptyReassembly, MissingPunctuation, StarInsideWord, MemberOfTwoClasses,
        IdleRewrite, RepeatedRewrite, MissingGreeting, MissingFarewell, UnknownWordTag, EmptySet, NoneWithoutCatchAll,
        PunctuationAmongWords, PatternOfTwoClauses,
        OldLanguage, TakenName,
        NoTextFile, WrongBeginning, MissingColon, ForeignColon,
        SpokenComponent, SpokenInstruction, NoteBehindValue, SpokenEscape,
        RewriteWithoutWords, ArrowInRewrite, MisreadRewrite, IdlePost, UnheardMembers, ClassWithoutName, ModernCharacter,
        EllipsisForStar, SymbolAmongWords,
        WrongProperty, WrongRuntime,
    ];

    private static ScriptRule Error(int number, string title, string message) =>
        new(Id(number), ScriptSeverity.Error, title, message);

    private static ScriptRule Warning(int number, string title, string message) =>
        new(Id(number), ScriptSeverity.Warning, title, message);

    private static ScriptRule Info(int number, string title, string message) =>
        new(Id(number), ScriptSeverity.Info, title, message);

    private static string Id(int number) => FormattableString.Invariant($"ELIZA{number:0000}");
}
