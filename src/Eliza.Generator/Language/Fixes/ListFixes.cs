using Eliza.Generator.Language.Checks;
using Eliza.Generator.Language.Lists;

namespace Eliza.Generator.Language.Fixes;

/// <summary>The fixes of list scripts.</summary>
internal sealed class ListFixes : FixWriter
{
    private const string Reply = "(PLEASE GO ON)";
    private const string CatchAll = "((0) (PLEASE GO ON))";
    private const int Memories = 4;

    private static readonly Dictionary<ScriptRule, Func<ListFixes, ScriptDiagnostic, IEnumerable<Fix>>> Known = new()
    {
        { ScriptRules.BadRank, (my, finding) => [my.RemoveWord(finding.Place)] },
        { ScriptRules.DuplicateKeyword, (my, finding) => my.OfDuplicate(finding) },
        { ScriptRules.DecompositionWithoutReassembly, (my, finding) => my.OfSilent(finding) },
        { ScriptRules.UnknownGoto, (my, finding) => [my.AddKeyword(finding.Arguments[0])] },
        { ScriptRules.ComponentOutOfRange, (my, finding) => my.Components(finding.Place) },
        { ScriptRules.NoFallback, (my, finding) => finding.Replacements.Count > 0 ? [] : [Offer("Add a rule NONE", my.Append($"(NONE\n    {CatchAll})\n"))] },
        { ScriptRules.EndlessCircle, (my, finding) => my.GoNowhere(finding, "(NEWKEY)", Reply) },
        { ScriptRules.UnbalancedList, (my, finding) => my.OfUnbalanced(finding) },
        { ScriptRules.MalformedRule, (my, finding) => finding.Replacements.Count > 0 ? [] : my.OfStrayWords(finding) },
        { ScriptRules.MisplacedStart, (my, finding) => my.OfStart(finding) },
        { ScriptRules.KeywordWithoutBody, (my, finding) => my.RemoveRule(finding).Concat(my.Give(finding.Place)).Reverse() },
        { ScriptRules.EmptyDecomposition, (my, finding) => my.RemoveTransformation(finding.Place).Prepend(my.Write(finding.Place, "(0)")) },
        { ScriptRules.NumberInSublist, (my, finding) => my.OfNumber(finding) },
        { ScriptRules.LinkNotLast, (my, finding) => my.OfLink(finding) },
        { ScriptRules.LinkWithoutTransformation, (my, finding) => my.Names.Keyword(finding.Arguments[0]) is { } keyword ? my.Give(keyword.Word.Place) : [] },
        { ScriptRules.LinkToNone, (my, finding) => my.GoNowhere(finding, "(NEWKEY)") },
        { ScriptRules.NoMemory, (my, _) => my.OfNoMemory() },
        { ScriptRules.SecondMemory, (my, finding) => my.Around(finding.Place) is [var rule, ..] ? [Offer("Remove this rule", my.RemoveRule(rule))] : [] },
        { ScriptRules.WrongMemory, (my, finding) => my.OfWrongMemory(finding) },
        { ScriptRules.MemoryOfNoKeyword, (my, finding) => finding.Arguments[0] == "NONE" ? [] : [my.AddKeyword(finding.Arguments[0])] },
        { ScriptRules.UnreachableDecomposition, (my, finding) => my.OfUnreachable(finding) },
        { ScriptRules.RewrittenWord, (my, finding) => finding.Replacements.Count > 0 ? [] : my.RemoveTransformation(finding.Place) },
        { ScriptRules.ImpossibleWord, (my, finding) => my.RemoveTransformation(finding.Place) },
        { ScriptRules.UnreachableKeyword, (my, finding) => my.RemoveRule(finding) },
        { ScriptRules.Circle, (my, finding) => my.GoNowhere(finding, "(NEWKEY)", Reply) },
        { ScriptRules.DuplicateReassembly, (my, finding) => my.Around(finding.Place) is [.., var list] ? [Offer("Remove this reassembly", my.RemoveItem(list))] : [] },
        { ScriptRules.EmptyReassembly, (my, finding) => [my.Write(finding.Place, Reply)] },
        { ScriptRules.MissingGreeting, (my, _) => my.OfGreeting() },
        { ScriptRules.NoneWithoutCatchAll, (my, finding) => my.OfNone(finding) },
        { ScriptRules.ModernCharacter, (my, finding) => [my.Write(finding.Place, finding.Arguments[1])] },
    };

    private readonly List<ListToken> tokens;
    private readonly Lazy<IReadOnlyList<ListNode>> outermost;

    public ListFixes(ScriptSyntax syntax, ScriptText script)
        : base(syntax, script)
    {
        tokens = ListToken.Cut(script.Text);
        outermost = new(() => new ListTree(script, tokens).Build(new()));
    }

    public IEnumerable<Fix> Of(ScriptDiagnostic finding) => Known.TryGetValue(finding.Rule, out var fixes) ? fixes(this, finding) : [];

    private IEnumerable<Fix> OfDuplicate(ScriptDiagnostic finding)
    {
        if (KeywordAt(finding.Place) is not { } later || Names.Keyword(later.Word.Text) is not { } first) yield break;
        if (Around(finding.Place) is not [var rule] || Around(first.Word.Place) is not [var firstRule]) yield break;
        var (ours, theirs) = (Bodies(rule), Bodies(firstRule));
        if (ours.Any(body => !theirs.Contains(body)))
        {
            var moved = string.Concat(Lists(rule).Where(list => !IsLink(list) || first.Link is null).Select(Text).Where(body => !theirs.Contains(body)).Select(body => "\n    " + body));
            var at = firstRule.Items.OfType<ListNodes>().FirstOrDefault(IsLink) is { } link ? BlanksBefore(Start(link)) : End(firstRule) - 1;
            if (moved.Length > 0) yield return Offer($"Put its transformations into the rule of line {first.Word.Place.LineNumber}", Insert(at, moved), RemoveRule(rule));
        }

        yield return Offer("Remove this rule", RemoveRule(rule));

        List<string> Bodies(ListNodes of) => [.. Lists(of).Select(Text)];
    }

    private IEnumerable<Fix> OfSilent(ScriptDiagnostic finding)
    {
        if (Around(finding.Place) is not [_, var transformation, ..]) yield break;
        yield return Offer($"Write '{Reply}'", Insert(End(transformation) - 1, " " + Reply));
        foreach (var fix in RemoveTransformation(finding.Place)) yield return fix;
    }

    private IEnumerable<Fix> OfUnbalanced(ScriptDiagnostic finding)
    {
        if (Script.At(finding.Place) == ")")
        {
            yield return RemoveWord(finding.Place);
            yield break;
        }

        if (outermost.Value.OfType<ListNodes>().FirstOrDefault(list => !list.IsComplete && Start(list) == Start(finding.Place)) is not { } open) yield break;
        var missing = tokens.Skip(open.FirstToken).Take(open.LastToken + 1 - open.FirstToken).Sum(token => token.Kind switch { ListTokenKind.Open => 1, ListTokenKind.Close => -1, _ => 0 });
        var last = tokens[open.LastToken];
        yield return Offer($"Write '{new string(')', missing)}' behind line {Script.Place(last.Start, 1).LineNumber}", Insert(last.Start + last.Length, new(')', missing)));
    }

    /// <summary>Removes words in the place of a list, with the words after them.</summary>
    private IEnumerable<Fix> OfStrayWords(ScriptDiagnostic finding)
    {
        var around = Around(finding.Place);
        var items = around switch { [] => outermost.Value, [var rule] => rule.Items, _ => [] };
        List<ListNode> stray = [.. items.SkipWhile(item => item.Place != finding.Place).TakeWhile(item => item is SymbolNode || (item is NumberNode && around.Count == 0))];
        if (stray.Count > 0) yield return Offer($"Remove '{string.Join(" ", stray.Select(item => Script.At(item.Place)))}'", [.. stray.Select(item => RemoveWithBlanks(Start(item.Place), End(item.Place)))]);
    }

    private IEnumerable<Fix> OfStart(ScriptDiagnostic finding)
    {
        var remove = RemoveWithBlanks(Start(finding.Place), End(finding.Place));
        if (outermost.Value is [ListNodes opening, not SymbolNode { Text: "START" }, ..]) yield return Offer("Move START behind the opening remarks", Insert(End(opening), "\nSTART"), remove);
        yield return Offer("Remove START", remove);
    }

    private IEnumerable<Fix> OfNumber(ScriptDiagnostic finding) => Around(finding.Place) is [.., _, var inner]
        ? [Offer($"Write '{finding.Arguments[0]}' behind the inner list", RemoveWithBlanks(Start(finding.Place), End(finding.Place)), Insert(End(inner), " " + finding.Arguments[0]))]
        : [];

    private IEnumerable<Fix> OfLink(ScriptDiagnostic finding) => Around(finding.Place) is [var rule, var link] && rule.Items[rule.Items.Count - 1] is not ListNodes { Items: [SymbolNode { Text: "=" }, ..] }
        ? [Offer("Move the link to the end", RemoveItem(link), Insert(End(rule) - 1, "\n    " + Text(link)))]
        : [];

    /// <summary>Replaces a link: with a reassembly, or at the end of a rule with a transformation.</summary>
    private IEnumerable<Fix> GoNowhere(ScriptDiagnostic finding, params string[] replies) => Around(finding.Place) switch
    {
        [_, _, var reassembly, ..] => replies.Select(reply => Offer($"Write '{reply}' for '{Text(reassembly)}'", Write(Start(reassembly), End(reassembly), reply))),
        [_, var link] => replies.Select(reply => Offer($"Write '((0) {reply})' for '{Text(link)}'", Write(Start(link), End(link), $"((0) {reply})"))),
        _ => [],
    };

    private IEnumerable<Fix> OfNoMemory()
    {
        if (Syntax.Keywords.FirstOrDefault(keyword => keyword.Word.Text != "NONE" && keyword.Decompositions.Count > 0) is { } keyword)
            yield return Offer($"Add a MEMORY rule of {keyword.Word.Text}", Append(Rule(keyword.Word.Text, (keyword.Substitute ?? keyword.Word).Text)));
        else if (Names.Keyword("MY") is null)
            yield return Offer("Add the keyword MY and its MEMORY rule", Append("(MY = YOUR\n    ((0 YOUR 0) (TELL ME MORE ABOUT YOUR 3)))\n" + Rule("MY", "YOUR")));

        static string Rule(string keyword, string word) =>
            $"(MEMORY {keyword}\n    (0 {word} 0 = LETS DISCUSS FURTHER WHY {word} 3)\n    (0 {word} 0 = EARLIER YOU SAID {word} 3)\n    (0 {word} 0 = BUT {word} 3)\n"
            + $"    (0 {word} 0 = DOES THAT HAVE ANYTHING TO DO WITH THE FACT THAT {word} 3))\n";
    }

    /// <summary>Adds patterns to a rule with too few, or removes the last pattern of a rule with too many.</summary>
    private IEnumerable<Fix> OfWrongMemory(ScriptDiagnostic finding)
    {
        if (Around(finding.Place) is not [{ Items: [var word, SymbolNode, ..] } rule] || word.Place != finding.Place || rule.Items.Skip(2).Any(item => item is not ListNodes)) yield break;
        List<ListNodes> patterns = [.. rule.Items.Skip(2).OfType<ListNodes>()];
        if (patterns.Count < Memories)
            yield return Offer($"Add {(patterns.Count == Memories - 1 ? "a pattern" : "patterns")}", Insert(End(rule) - 1, string.Concat(Enumerable.Repeat("\n    (0 = LETS GO BACK TO WHAT YOU SAID BEFORE)", Memories - patterns.Count))));
        else if (patterns.Count > Memories)
            yield return Offer($"Keep the first {Memories} patterns", [.. patterns.Skip(Memories).Select(RemoveItem)]);
    }

    private IEnumerable<Fix> OfUnreachable(ScriptDiagnostic finding)
    {
        if (Around(finding.Place) is [_, var transformation, ..] && DecompositionAt(finding.Place) is var (keyword, decomposition)
            && CoveringThatCanBePassed(finding, keyword, decomposition) is { } covering && Around(covering.Place) is [_, var other, ..])
            yield return Offer($"Move this transformation above line {covering.Place.LineNumber}", Insert(Start(other), Text(transformation) + "\n    "), RemoveItem(transformation));
        foreach (var fix in RemoveTransformation(finding.Place)) yield return fix;
    }

    private IEnumerable<Fix> OfGreeting()
    {
        if (outermost.Value is [ListNodes { Items.Count: 0 } opening, ..]) yield return Offer("Add a greeting", Insert(End(opening) - 1, "HOW DO YOU DO . PLEASE TELL ME YOUR PROBLEM"));
    }

    private IEnumerable<Fix> OfNone(ScriptDiagnostic finding) =>
        KeywordAt(finding.Place) is { } none && none.Decompositions.All(one => !one.IsCatchAll() && one.Reassemblies.All(reassembly => reassembly is TextSyntax)) ? Give(finding.Place) : [];

    /// <summary>Adds a reply to the rule of a keyword, before its link.</summary>
    private IEnumerable<Fix> Give(Place word)
    {
        if (Around(word) is not [var rule]) return [];
        var at = rule.Items.OfType<ListNodes>().FirstOrDefault(IsLink) is { } link ? BlanksBefore(Start(link)) : End(rule) - 1;
        return [Offer($"Give '{Script.At(word)}' a decomposition '(0)'", Insert(at, "\n    " + CatchAll))];
    }

    private Fix AddKeyword(string word) => Offer($"Add the keyword '{word}'", Append($"({word}\n    {CatchAll})\n"));

    private IEnumerable<Fix> RemoveRule(ScriptDiagnostic finding) =>
        KeywordAt(finding.Place) is { } keyword && !IsNeeded(keyword) && Around(finding.Place) is [var rule] ? [Offer("Remove this rule", RemoveRule(rule))] : [];

    private IEnumerable<Fix> RemoveTransformation(Place pattern)
    {
        if (Around(pattern) is not [var rule, var transformation, ..] || !(rule.Items[0] is SymbolNode word && word.Text != "MEMORY" && KeywordAt(word.Place) is { } keyword)) return [];
        var others = rule.Items.OfType<ListNodes>().Count(list => !ReferenceEquals(list, transformation));
        return others > 0 ? [Offer("Remove this transformation", RemoveItem(transformation))] : IsNeeded(keyword) ? [] : [Offer("Remove this rule", RemoveRule(rule))];
    }

    /// <summary>The numbers of the elements of a pattern. The last is the first.</summary>
    private IEnumerable<Fix> Components(Place place)
    {
        var count = Around(place) switch
        {
            [{ Items: [SymbolNode { Text: "MEMORY" }, ..] }, var pattern, ..] => pattern.Items.TakeWhile(item => item is not SymbolNode { Text: "=" }).Count(),
            [_, { Items: [ListNodes pattern, ..] }, ..] => pattern.Items.Count,
            _ => 0,
        };
        return Enumerable.Range(1, count).Reverse().Take(MostChoices).Select(number => Write(place, FormattableString.Invariant($"{number}")));
    }

    /// <summary>The lists around a place, from the outermost; none if the parentheses do not match.</summary>
    private List<ListNodes> Around(Place place)
    {
        List<ListNodes> around = [];
        var (items, at) = (outermost.Value, Start(place));
        while (items.OfType<ListNodes>().FirstOrDefault(list => list.IsComplete && Start(list) <= at && at < End(list)) is { } inner)
        {
            around.Add(inner);
            items = inner.Items;
        }

        return around;
    }

    private int Start(ListNodes list) => tokens[list.FirstToken].Start;

    private int End(ListNodes list) => tokens[list.LastToken].Start + 1;

    private string Text(ListNodes list) => Script.Text.Substring(Start(list), End(list) - Start(list));

    private static IEnumerable<ListNodes> Lists(ListNodes rule) => rule.Items.OfType<ListNodes>().Where(list => list.Items is [ListNodes, ..] || IsLink(list));

    private static bool IsLink(ListNodes list) => list.Items is [SymbolNode { Text: "=" }, ..];

    /// <summary>Removes a list with the white space before it. A note before it stays, and so does the end of its line.</summary>
    private Replacement RemoveItem(ListNodes list) => Write(BlanksBefore(Start(list)), End(list), "");

    private int BlanksBefore(int start)
    {
        var from = start;
        while (from > 0 && char.IsWhiteSpace(Script.Text[from - 1])) from--;
        var line = Script.Place(from, 0);
        return Script.Text.IndexOf(';', from - line.Column, line.Column) < 0 ? from : start;
    }

    /// <summary>Removes a rule, with its lines if there is nothing else on them.</summary>
    private Replacement RemoveRule(ListNodes rule)
    {
        var (start, end) = (Start(rule), End(rule));
        var (first, last) = (Script.Line(Script.Place(start, 0).Line), Script.Line(Script.Place(end, 0).Line));
        var isAlone = string.IsNullOrWhiteSpace(Script.Text.Substring(first.Start, start - first.Start)) && string.IsNullOrWhiteSpace(Script.Text.Substring(end, last.End - end));
        return isAlone ? Write(first.Start, last.End, "") : Write(start, end, "");
    }
}
