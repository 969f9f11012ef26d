namespace Eliza.Generator.Language;

/// <summary>
/// Every finding there is. An id is never reused or renumbered; each has a page in <c>docs/diagnostics</c> and a
/// line in <c>AnalyzerReleases.Unshipped.md</c>.
/// </summary>
public static class ScriptRules
{
    // What both languages can get wrong.

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
        "Nothing answers when no keyword is found. Add {0}.");

    internal static readonly ScriptRule EndlessCircle = Error(9, "Circle that cannot end",
        "This goes round for ever, whatever the user says: {0}. Let one of these keywords say something or end in {1}.");

    internal static readonly ScriptRule ScriptsOfOneName = Error(10, "Two scripts of one name",
        "The scripts '{0}' and '{1}' would both be called '{2}'. Rename one of the files.");

    // The line language.

    internal static readonly ScriptRule LineWithoutTag = Error(11, "Line without a tag",
        "This line does not start with a tag such as 'reasmb:'. Start it with '#' if it is a comment.");

    internal static readonly ScriptRule UnknownTag = Error(12, "Unknown tag",
        "'{0}:' is not a tag.{1}");

    internal static readonly ScriptRule MissingValue = Error(13, "Missing value",
        "'{0}:' is empty. Behind the colon it needs {1}.");

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
        "A keyword is one word, so '{0}' cannot be one. Choose its most telling word and put the others into the decompositions.");

    // The list language.

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

    // What compiles, but cannot be what was meant.

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
    ];

    private static ScriptRule Error(int number, string title, string message) =>
        new(Id(number), ScriptSeverity.Error, title, message);

    private static ScriptRule Warning(int number, string title, string message) =>
        new(Id(number), ScriptSeverity.Warning, title, message);

    private static string Id(int number) => FormattableString.Invariant($"ELIZA{number:0000}");
}
