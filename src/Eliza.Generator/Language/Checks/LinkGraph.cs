namespace Eliza.Generator.Language.Checks;

/// <summary>The links between the keywords of a script, and whether trying a keyword can end without one.</summary>
internal sealed class LinkGraph
{
    private readonly CheckedScript script;
    private readonly Dictionary<KeywordSyntax, (List<Link> Links, bool CanEnd)> outcomes = new(ReferenceComparer<KeywordSyntax>.Instance);

    public LinkGraph(CheckedScript script)
    {
        this.script = script;
        foreach (var keyword in script.Syntax.Keywords) outcomes.Add(keyword, Outcomes(keyword));
    }

    /// <summary>The links to other keywords, without those of decompositions after a catch-all.</summary>
    public IReadOnlyList<Link> From(KeywordSyntax keyword) => outcomes[keyword].Links;

    /// <summary>Whether trying the keyword can end in another way: with a reply, the next keyword, or no match.</summary>
    public bool CanEnd(KeywordSyntax keyword) => outcomes[keyword].CanEnd;

    private (List<Link> Links, bool CanEnd) Outcomes(KeywordSyntax keyword)
    {
        List<Link> links = [];

        // The engine ignores the links of NONE in the list language.
        if (script.IsList && script.IsFallback(keyword)) return (links, true);

        var canEnd = false;
        foreach (var decomposition in keyword.Decompositions.Where(d => !d.IsMemory))
        {
            foreach (var reassembly in decomposition.Reassemblies) canEnd |= !Add(links, reassembly.Target(), reassembly is PreSyntax);
            if (decomposition.IsCatchAll()) return (links, canEnd);
        }

        canEnd |= !Add(links, keyword.Link, changesWords: false);
        return (links, canEnd);
    }

    private bool Add(List<Link> links, Token? target, bool changesWords)
    {
        if (target is null || script.Keyword(target.Text) is not { } keyword) return false;
        links.Add(new(keyword, target, changesWords));
        return true;
    }
}
