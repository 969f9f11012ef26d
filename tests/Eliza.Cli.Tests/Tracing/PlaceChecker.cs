using Eliza.Runtime.Maps;
using Eliza.Runtime.Tracing;

namespace Eliza.Cli.Tests.Tracing;

/// <summary>Compares every match of the engine with the pattern in the script's map.</summary>
internal sealed class PlaceChecker(ScriptMap map) : ITrace
{
    public void Tried(int keyword, int after, int decomposition, TracedClause clause)
    {
        if (decomposition < 0) return;
        var rule = map.Decomposition(decomposition);
        var end = 0;
        foreach (var (element, place) in rule.Elements.Zip(rule.Places(clause)))
        {
            place.From.ShouldBe(end);
            end = place.To;
            if (!element.IsRun) (place.To - place.From).ShouldBe(element.Words);
            if (!element.IsRun && !element.IsComponent) clause.TextOf(place.From).ToString().ShouldBe(element.Quote, StringCompareShould.IgnoreCase);
        }

        end.ShouldBe(clause.Words.Length);
    }
}
