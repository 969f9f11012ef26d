using Eliza.Generator.Language;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A rule to reach: a decomposition, or one of the four rules of <c>MEMORY</c>.</summary>
/// <param name="Number">Its number in traces.</param>
/// <param name="Place">Its place in the script.</param>
/// <param name="Keyword">The keyword of a decomposition.</param>
/// <param name="Decomposition">The decomposition, or null.</param>
/// <param name="Memory">The rule of <c>MEMORY</c>, or null.</param>
internal sealed record Target(int Number, Place Place, KeywordSyntax? Keyword, DecompositionSyntax? Decomposition, MemoryRuleSyntax? Memory)
{
    /// <summary>All rules of a script without errors. Their order is that of their numbers.</summary>
    public static IReadOnlyList<Target> Of(ScriptSyntax script) =>
    [
        .. Generator.Model.ModelBuilder.RulesOf(script).SelectMany(keyword => keyword.Decompositions.Select(one => (keyword, one)))
            .Select((rule, number) => new Target(number, rule.one.Place, rule.keyword, rule.one, null)),
        .. (script.Memory?.Rules ?? default).Select((rule, number) => new Target(number, rule.Place, null, null, rule)),
    ];

    /// <summary>Whether a conversation has used the rule. A rule for memories is used when it stores one.</summary>
    public bool IsUsed(Covering.UseRecord uses) => (Decomposition, Memory) switch
    {
        (null, _) => uses.HasMemoryRule(Number),
        ({ IsMemory: true }, _) => uses.HasStored(Number),
        _ => uses.HasDecomposition(Number),
    };

    /// <summary>The number of lines that used the rule.</summary>
    public int Lines(Covering.UseRecord uses) => Decomposition is null ? uses.LinesOfMemoryRule(Number) : uses.LinesOfDecomposition(Number);
}
