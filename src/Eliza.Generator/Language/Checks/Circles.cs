namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports circles that can end: <see cref="ScriptRules.Circle"/>, one for each link that closes a circle. Circles with a
/// PRE are not reported: a PRE changes the words, and list scripts use such circles to compute.
/// </summary>
internal static class Circles
{
    public static void Check(CheckedScript script, Findings findings)
    {
        var graph = new LinkGraph(script);
        HashSet<KeywordSyntax> done = new(ReferenceComparer<KeywordSyntax>.Instance);
        foreach (var start in script.Syntax.Keywords)
        {
            if (!done.Contains(start) && !findings.IsFull) Follow(start, graph, done, findings);
        }
    }

    /// <summary>Follows every link from a keyword, depth first. There is no recursion, because a chain may have thousands of links.</summary>
    private static void Follow(KeywordSyntax start, LinkGraph graph, HashSet<KeywordSyntax> done, Findings findings)
    {
        List<(KeywordSyntax Keyword, int Next)> way = [(start, 0)];
        HashSet<KeywordSyntax> onWay = new(ReferenceComparer<KeywordSyntax>.Instance) { start };
        while (way.Count > 0)
        {
            var (keyword, next) = way[way.Count - 1];
            var on = graph.From(keyword);
            if (next == on.Count)
            {
                way.RemoveAt(way.Count - 1);
                onWay.Remove(keyword);
                done.Add(keyword);
                continue;
            }

            way[way.Count - 1] = (keyword, next + 1);
            var link = on[next];
            if (link.ChangesWords || done.Contains(link.To)) continue;
            if (onWay.Add(link.To)) way.Add((link.To, 0));
            else Report(link, way, findings);
        }
    }

    private static void Report(Link back, List<(KeywordSyntax Keyword, int Next)> way, Findings findings)
    {
        var words = way.SkipWhile(w => !ReferenceEquals(w.Keyword, back.To)).Select(w => w.Keyword.Word.Text).Append(back.To.Word.Text);
        findings.Add(ScriptRules.Circle, back.At.Place, string.Join(" -> ", words));
    }
}
