namespace Eliza.Generator.Language.Lists;

/// <summary>Reads the list language of 1966, rule by rule.</summary>
internal sealed class ListReader(Findings findings)
{
    private readonly List<KeywordSyntax> keywords = [];
    private Token? greeting;
    private MemorySyntax? memory;
    private Place? memoryPlace;

    /// <summary>Reads a script.</summary>
    public static ScriptSyntax Read(ScriptText script, Findings findings, CancellationToken cancellationToken)
    {
        var reader = new ListReader(findings);
        var tree = new ListTree(script, ListToken.Cut(script.Text));
        reader.ReadOutermost(tree, tree.Build(findings), script, cancellationToken);
        return new(ScriptLanguage.List)
        {
            Greetings = reader.greeting is { } greeting ? new([greeting]) : default,
            Keywords = reader.keywords.ToEquatableArray(),
            Memory = reader.memory,
        };
    }

    private void ReadOutermost(ListTree tree, IReadOnlyList<ListNode> items, ScriptText script, CancellationToken cancellationToken)
    {
        var rules = 0;
        if (items is [ListNodes opening, ..])
        {
            ReadOpening(opening, script);
            rules = items is [_, SymbolNode { Text: "START" }, ..] ? 2 : 1;
        }

        for (var i = rules; i < items.Count && !findings.IsFull; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (items[i] is ListNodes list) ReadRules(tree, list);
            else if (items[i] is SymbolNode { Text: "START" }) findings.Add(ScriptRules.MisplacedStart, items[i].Place);
            else if (i == 0 || items[i - 1] is ListNodes)
                findings.Add(ScriptRules.MalformedRule, items[i].Place, items[i].Description, "A rule begins with '('.");
        }
    }

    /// <summary>Reads the opening list. Its words keep the form of the author, with one blank between them.</summary>
    private void ReadOpening(ListNodes opening, ScriptText script)
    {
        List<string> words = [];
        foreach (var item in opening.Items)
        {
            words.Add(item switch
            {
                SymbolNode symbol => symbol.Written,
                NumberNode number => number.Digits,
                _ => ListParts.Sublist((ListNodes)item, findings, s => s.Written),
            });
        }

        greeting = words.Count == 0 ? null : new(string.Join(" ", words), opening.Place);
    }

    /// <summary>
    /// Reads a list as one rule. If it is no valid rule, and its lines look like several rules with misplaced parentheses,
    /// it reports the parentheses instead.
    /// </summary>
    private void ReadRules(ListTree tree, ListNodes list)
    {
        if (!list.HoldsMargin)
        {
            ReadRule(list, list.IsComplete ? findings : new());
            return;
        }

        var asOne = new Findings();
        var read = Rule.Of(list, asOne);
        if (!asOne.HasErrors)
        {
            findings.AddRange(asOne);
            Add(read);
            return;
        }

        foreach (var item in tree.Rebuild(list, findings))
        {
            if (item is ListNodes { IsComplete: var isComplete } part) ReadRule(part, isComplete ? findings : new());
        }
    }

    private void ReadRule(ListNodes list, Findings found) => Add(Rule.Of(list, found));

    private void Add(Rule rule)
    {
        if (rule.Keyword is not null) keywords.Add(rule.Keyword);
        if (rule.MemoryPlace is not { } place) return;
        if (memoryPlace is { } first) findings.Add(ScriptRules.SecondMemory, place, first.LineNumber);
        else memoryPlace = place;
        memory ??= rule.Memory;
    }

    /// <summary>The meaning of an outermost list: a keyword rule, the MEMORY rule, or nothing if the list is empty.</summary>
    private readonly record struct Rule(KeywordSyntax? Keyword, MemorySyntax? Memory, Place? MemoryPlace)
    {
        public static Rule Of(ListNodes list, Findings findings)
        {
            switch (list.Items)
            {
                case []:
                    return default;
                case [SymbolNode { Text: "MEMORY" } word, ..]:
                    return new(null, ListMemoryRule.Read(list, findings), word.Place);
                case [SymbolNode word, ..]:
                    return new(ListKeywordRule.Read(word.Token, list, findings), null, null);
                default:
                    findings.Add(ScriptRules.MalformedRule, list.Items[0].Place, list.Items[0].Description, "A rule begins with its keyword.");
                    return default;
            }
        }
    }
}
