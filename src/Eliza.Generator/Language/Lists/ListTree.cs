namespace Eliza.Generator.Language.Lists;

/// <summary>Makes lists from tokens.</summary>
internal sealed class ListTree(ScriptText script, List<ListToken> tokens)
{
    /// <summary>The outermost items of the file.</summary>
    public IReadOnlyList<ListNode> Build(Findings findings)
    {
        var depth = 0;
        var isBalanced = true;
        foreach (var token in tokens)
        {
            depth += token.Kind switch { ListTokenKind.Open => 1, ListTokenKind.Close => -1, _ => 0 };
            isBalanced &= depth >= 0;
        }

        return Build(0, tokens.Count, breakAtMargin: !isBalanced || depth != 0, findings);
    }

    /// <summary>
    /// Reads the tokens of a list again, and lets a rule begin at every parenthesis at the start of a line. This is how the list
    /// looks to an author who forgot one parenthesis and wrote one too many elsewhere.
    /// </summary>
    public IReadOnlyList<ListNode> Rebuild(ListNodes list, Findings findings) =>
        Build(list.FirstToken, list.LastToken + 1, breakAtMargin: true, findings);

    private List<ListNode> Build(int start, int end, bool breakAtMargin, Findings findings)
    {
        List<ListNode> outermost = [];
        Stack<OpenList> open = new();
        OpenList? outermostOpen = null;
        for (var i = start; i < end && !findings.IsFull; i++)
        {
            var (kind, offset, length) = tokens[i];
            var items = open.Count > 0 ? open.Peek().Items : outermost;
            switch (kind)
            {
                case ListTokenKind.Open:
                    if (open.Count > 0 && script.Place(offset, 1).Column == 0)
                    {
                        if (breakAtMargin) CloseAll(open, outermost, i - 1, findings);
                        else outermostOpen!.HoldsMargin = true;
                    }

                    open.Push(new(i));
                    if (open.Count == 1) outermostOpen = open.Peek();
                    break;
                case ListTokenKind.Close when open.Count == 0:
                    findings.Add(ScriptRules.UnbalancedList, script.Place(offset, 1), "This ')' closes nothing. Remove it, or add the '(' it belongs to.");
                    break;
                case ListTokenKind.Close:
                    Close(open, outermost, i);
                    break;
                case ListTokenKind.Number:
                    items.Add(new NumberNode(script.Text.Substring(offset, length), script.Place(offset, length)));
                    break;
                case ListTokenKind.Symbol:
                    items.Add(SymbolNode.Of(script.Text.Substring(offset, length), script.Place(offset, length)));
                    break;
            }
        }

        CloseAll(open, outermost, end - 1, findings);
        return outermost;
    }

    /// <summary>Reports a list without its last parentheses once, at its beginning. It is then read as if it had them.</summary>
    private void CloseAll(Stack<OpenList> open, List<ListNode> outermost, int lastToken, Findings findings)
    {
        if (open.Count == 0) return;
        var missing = open.Count == 1 ? "A ')' is missing" : FormattableString.Invariant($"{open.Count} ')' are missing");
        var first = open.Last();
        findings.Add(ScriptRules.UnbalancedList, script.Place(tokens[first.Token].Start, 1),
            $"{missing} in the list that begins here; it should be complete by line {script.Place(tokens[lastToken].Start, 1).LineNumber}.");
        first.IsComplete = false;
        while (open.Count > 0) Close(open, outermost, lastToken);
    }

    private void Close(Stack<OpenList> open, List<ListNode> outermost, int token)
    {
        var list = open.Pop();
        var start = tokens[list.Token].Start;
        var items = open.Count > 0 ? open.Peek().Items : outermost;
        items.Add(new ListNodes(list.Items, list.Token, token, list.HoldsMargin, script.Place(start, tokens[token].Start + 1 - start))
        {
            IsComplete = list.IsComplete,
        });
    }

    private sealed class OpenList(int token)
    {
        public int Token => token;

        public List<ListNode> Items { get; } = [];

        public bool HoldsMargin { get; set; }

        public bool IsComplete { get; set; } = true;
    }
}
