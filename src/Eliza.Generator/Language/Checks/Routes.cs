namespace Eliza.Generator.Language.Checks;

/// <summary>A way from a keyword to another. <paramref name="ChangesWords"/> tells that a PRE lies on it.</summary>
internal readonly record struct Route(KeywordSyntax To, Token At, bool ChangesWords);

/// <summary>What can come of a keyword that is tried.</summary>
internal sealed class Routes
{
    private readonly CheckedScript script;
    private readonly Dictionary<KeywordSyntax, (List<Route> Routes, bool CanEnd)> outcomes = new(ReferenceComparer<KeywordSyntax>.Instance);

    public Routes(CheckedScript script)
    {
        this.script = script;
        foreach (var keyword in script.Syntax.Keywords) outcomes.Add(keyword, Outcomes(keyword));
    }

    /// <summary>The ways on, without those of decompositions behind a catch-all.</summary>
    public IReadOnlyList<Route> From(KeywordSyntax keyword) => outcomes[keyword].Routes;

    /// <summary>Whether something else than going on can come of it: a reply, the next keyword, no match.</summary>
    public bool CanEnd(KeywordSyntax keyword) => outcomes[keyword].CanEnd;

    private (List<Route> Routes, bool CanEnd) Outcomes(KeywordSyntax keyword)
    {
        List<Route> routes = [];

        // NONE's own links lead nowhere in the list language.
        if (script.IsList && script.IsFallback(keyword)) return (routes, true);

        var canEnd = false;
        foreach (var decomposition in keyword.Decompositions.Where(d => !d.IsMemory))
        {
            foreach (var reassembly in decomposition.Reassemblies) canEnd |= !Add(routes, reassembly.Target(), reassembly is PreSyntax);
            if (decomposition.IsCatchAll()) return (routes, canEnd);
        }

        canEnd |= !Add(routes, keyword.Link, changesWords: false);
        return (routes, canEnd);
    }

    private bool Add(List<Route> routes, Token? target, bool changesWords)
    {
        if (target is null || script.Keyword(target.Text) is not { } keyword) return false;
        routes.Add(new(keyword, target, changesWords));
        return true;
    }
}
