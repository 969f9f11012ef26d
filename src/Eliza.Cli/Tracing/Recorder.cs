using System.Collections.Immutable;
using Eliza.Runtime.Engine;
using Eliza.Runtime.Maps;
using Eliza.Runtime.Tracing;

namespace Eliza.Cli.Tracing;

/// <summary>Records what the engine reports about one reply, with the rules from the script's map.</summary>
/// <param name="map">The script's map.</param>
/// <param name="recalled">The rule that made the memory which the reply recalls, if there is one and it is known.</param>
internal sealed class Recorder(ScriptMap map, Rule? recalled = null) : ITrace
{
    private const int MaximumSteps = 500;

    private readonly List<TraceStep> _steps = [];
    private int _clauseAt;
    private TracedClause _clause;
    private (int From, int To)[] _places = [];

    public IReadOnlyList<TraceStep> Steps => _steps;

    /// <summary>The number of steps that were not kept, because there were too many.</summary>
    public long Omitted { get; private set; }

    private bool IsFull => _steps.Count >= MaximumSteps;

    public void Reading() => _clauseAt = _steps.Count;

    public void Rewriting(int word, ReadOnlySpan<char> typed) => Add(StepKind.Rewritten, $"replaces “{typed}”", map.Rewrite(word));

    public void Clause(TracedClause clause)
    {
        _clause = clause;
        if (clause.Words.Length > 0)
            _steps.Insert(_clauseAt, new(StepKind.Clause, $"the clause “{Words(0, clause.Words.Length)}”", null, []));
    }

    public void Queued(int keyword)
    {
        var rule = map.Keyword(keyword);
        Add(StepKind.Found, $"is found, with rank {rule.Rank}", rule);
    }

    public void Tried(int keyword, int after, int decomposition, TracedClause clause)
    {
        if (IsFull)
        {
            Omitted++;
            return;
        }
        _clause = clause;
        var rule = map.Keyword(keyword);
        if (after < 0)
            Add(StepKind.Tried, "is tried", rule);
        foreach (var one in rule.Decompositions)
        {
            if (one.Number > after && one.Number != decomposition)
                Add(StepKind.Unmatched, "does not match", one);
            if (one.Number == decomposition)
            {
                _places = one.Places(clause);
                Add(StepKind.Matched, "matches", one, Components(one, _places));
                break;
            }
        }
    }

    public void Linked(int keyword) => Add(StepKind.Linked, "nothing matched, so this keyword is next", map.Keyword(keyword).Link);

    public void Chose(int decomposition, int reassembly)
    {
        if (IsFull)
        {
            Omitted++;
            return;
        }
        var owner = map.Decomposition(decomposition);
        var rule = owner.Reassemblies[reassembly];
        Add(StepKind.Chosen, $"{Effect(rule)}, reassembly {reassembly + 1} of {owner.Reassemblies.Count}", rule);
        if (rule.Kind is ReassemblyKind.Text or ReassemblyKind.Memory)
            AddReflections(rule);
    }

    public void Stored(ReadOnlySpan<char> memory, int memoryRule) =>
        Add(StepKind.Stored, $"the memory “{memory}” is stored", memoryRule < 0 ? null : map.MemoryRules[memoryRule]);

    public void FellBack(Fallback fallback)
    {
        // The last step is kept however many came before it.
        var rule = fallback switch
        {
            Fallback.Farewell => map.Quit(_clause.Words),
            Fallback.Memory => recalled,
            _ => null,
        };
        _steps.Add(new(StepKind.FellBack, Reason(fallback), rule, []));
    }

    private static string Effect(ReassemblyRule rule) => rule.Kind switch
    {
        ReassemblyKind.Goto => "goes to another keyword",
        ReassemblyKind.NewKey => "hands over to the next keyword",
        ReassemblyKind.Replace => "replaces the words and goes to another keyword",
        ReassemblyKind.Memory => "is assembled",
        _ => "is said",
    };

    private static string Reason(Fallback fallback) => fallback switch
    {
        Fallback.Memory => "no keyword answers, so the oldest memory is recalled",
        Fallback.None => "no keyword answers and no memory is due",
        Fallback.NoMatch => "no decomposition of the keyword matches and it links nowhere: a fixed reply",
        Fallback.Farewell => "the user leaves: the farewell is said",
        Fallback.Exhausted => "the reply has cost too much and is given up",
        _ => "even the rule for such cases has no text: a last resort is said",
    };

    private void AddReflections(ReassemblyRule rule)
    {
        foreach (var element in rule.Components)
        {
            for (var index = _places[element].From; index < _places[element].To; index++)
            {
                if (map.Reflection(_clause.Words[index]) is { } reflection)
                    Add(StepKind.Reflected, $"gives “{_clause.TextOf(index)}” back as “{reflection.Replacement}”", reflection);
            }
        }
    }

    private ImmutableArray<Component> Components(DecompositionRule rule, (int From, int To)[] places)
    {
        var components = ImmutableArray.CreateBuilder<Component>();
        for (var index = 0; index < places.Length; index++)
        {
            if (rule.Elements[index].IsComponent)
                components.Add(new(components.Count + 1, rule.Elements[index].Quote, Words(places[index].From, places[index].To)));
        }
        return components.ToImmutable();
    }

    private string Words(int from, int to)
    {
        var words = new List<string>();
        for (var index = from; index < to; index++)
            words.Add(_clause.TextOf(index).ToString());
        return string.Join(' ', words);
    }

    private void Add(StepKind kind, string text, Rule? rule, ImmutableArray<Component> components = default)
    {
        if (IsFull)
            Omitted++;
        else
            _steps.Add(new(kind, text, rule, components.IsDefault ? [] : components));
    }
}
