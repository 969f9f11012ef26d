using Eliza.Runtime.Engine;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tests.Tracing;

/// <summary>Holds every match that the engine tells against the pattern in the script's map.</summary>
internal sealed class PlaceChecker(ScriptMap map) : ITrace
{
    public void Tried(int keyword, int after, int decomposition, Turn turn)
    {
        if (decomposition < 0) return;
        var rule = map.Decomposition(decomposition);
        var end = 0;
        foreach (var (element, place) in rule.Elements.Zip(rule.Places(turn)))
        {
            place.From.ShouldBe(end);
            end = place.To;
            if (!element.IsRun) (place.To - place.From).ShouldBe(element.Words);
            if (!element.IsRun && !element.IsComponent) turn.TextOf(place.From).ToString().ShouldBe(element.Quote, StringCompareShould.IgnoreCase);
        }

        end.ShouldBe(turn.Words.Length);
    }

    public void Reading()
    {
    }

    public void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    public void Clause(Turn turn)
    {
    }

    public void Queued(int keyword)
    {
    }

    public void Linked(int keyword)
    {
    }

    public void Chose(int decomposition, int reassembly)
    {
    }

    public void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
    }

    public void FellBack(Fallback fallback)
    {
    }
}
