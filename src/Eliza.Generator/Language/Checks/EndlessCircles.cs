namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports circles that cannot end: <see cref="ScriptRules.EndlessCircle"/>. A keyword is lost if each of its outcomes
/// goes to a lost keyword. Every lost keyword leads into such a circle.
/// </summary>
internal static class EndlessCircles
{
    public static void Check(CheckedScript script, Findings findings)
    {
        var graph = new LinkGraph(script);
        var lost = Lost(script, graph);
        HashSet<KeywordSyntax> followed = new(ReferenceComparer<KeywordSyntax>.Instance);
        foreach (var start in script.Syntax.Keywords.Where(lost.Contains))
        {
            List<Link> way = [];
            Dictionary<KeywordSyntax, int> passed = new(ReferenceComparer<KeywordSyntax>.Instance);
            var keyword = start;
            while (followed.Add(keyword))
            {
                passed.Add(keyword, way.Count);
                way.Add(graph.From(keyword)[0]);
                keyword = way[way.Count - 1].To;
            }

            // An earlier search may have reached this keyword. Its circle is then reported already.
            if (passed.TryGetValue(keyword, out var first)) Report(script, keyword, way.Skip(first), findings);
        }
    }

    private static HashSet<KeywordSyntax> Lost(CheckedScript script, LinkGraph graph)
    {
        var ways = script.Syntax.Keywords
            .SelectMany(from => graph.From(from).Select(link => (link.To, From: from)))
            .ToLookup(way => way.To, way => way.From, ReferenceComparer<KeywordSyntax>.Instance);
        HashSet<KeywordSyntax> lost = new(script.Syntax.Keywords, ReferenceComparer<KeywordSyntax>.Instance);
        Queue<KeywordSyntax> saved = new(script.Syntax.Keywords.Where(graph.CanEnd));
        while (saved.Count > 0)
        {
            var keyword = saved.Dequeue();
            if (!lost.Remove(keyword)) continue;
            foreach (var from in ways[keyword]) saved.Enqueue(from);
        }

        return lost;
    }

    private static void Report(CheckedScript script, KeywordSyntax start, IEnumerable<Link> circle, Findings findings)
    {
        var ways = circle.ToList();
        findings.Add(ScriptRules.EndlessCircle, ways[0].At.Place,
            string.Join(" -> ", ways.Select(way => way.To.Word.Text).Prepend(start.Word.Text)),
            script.IsList ? "(NEWKEY)" : "'newkey'");
    }
}
