namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports circles that can end: <see cref="ScriptRules.Circle"/>, one for each way that leads back. A PRE changes
/// the words on its way, which is how a list script computes, so circles through one are as they should be.
/// </summary>
internal static class Circles
{
    public static void Check(CheckedScript script, Findings findings)
    {
        var routes = new Routes(script);
        HashSet<KeywordSyntax> done = new(ReferenceComparer<KeywordSyntax>.Instance);
        foreach (var start in script.Syntax.Keywords)
        {
            if (!done.Contains(start) && !findings.IsFull) Follow(start, routes, done, findings);
        }
    }

    /// <summary>Walks every way from a keyword, depth first and without recursion: a script may chain thousands.</summary>
    private static void Follow(KeywordSyntax start, Routes routes, HashSet<KeywordSyntax> done, Findings findings)
    {
        List<(KeywordSyntax Keyword, int Next)> way = [(start, 0)];
        HashSet<KeywordSyntax> onWay = new(ReferenceComparer<KeywordSyntax>.Instance) { start };
        while (way.Count > 0)
        {
            var (keyword, next) = way[way.Count - 1];
            var on = routes.From(keyword);
            if (next == on.Count)
            {
                way.RemoveAt(way.Count - 1);
                onWay.Remove(keyword);
                done.Add(keyword);
                continue;
            }

            way[way.Count - 1] = (keyword, next + 1);
            var route = on[next];
            if (route.ChangesWords || done.Contains(route.To)) continue;
            if (onWay.Add(route.To)) way.Add((route.To, 0));
            else Report(route, way, findings);
        }
    }

    private static void Report(Route back, List<(KeywordSyntax Keyword, int Next)> way, Findings findings)
    {
        var words = way.SkipWhile(w => !ReferenceEquals(w.Keyword, back.To)).Select(w => w.Keyword.Word.Text).Append(back.To.Word.Text);
        findings.Add(ScriptRules.Circle, back.At.Place, string.Join(" -> ", words));
    }
}
