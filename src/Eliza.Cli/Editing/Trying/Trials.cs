using Eliza.Cli.Covering;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language.Checks;
using Eliza.Runtime;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A line for each rule of a script that reaches the rule. Each line was said to the script, and the trace proved that it reaches the rule.</summary>
internal sealed class Trials
{
    private const int MostTimes = 12;
    private const int MostLines = 60;
    private const int TimesOfChance = 3;
    private const int LinesOfChance = 2000;
    private const int MostWordsOfChance = 12;

    private readonly Script _script;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Target, Trial> _found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Target, Trial> _inPassing = new(ReferenceEqualityComparer.Instance);
    private readonly List<Target> _missing;
    private readonly List<IReadOnlyList<string>> _lines = [];

    private Trials(ScriptView view, Script script, CancellationToken cancellation)
    {
        _script = script;
        _cancellation = cancellation;
        Targets = Target.Of(view.Syntax);
        _missing = [.. Targets];
    }

    /// <summary>The rules of the script.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Finds the lines of a script.</summary>
    public static Trials Of(ScriptView view, Script script, CancellationToken cancellation = default)
    {
        var trials = new Trials(view, script, cancellation);
        var finder = new LineFinder(new CheckedScript(view.Syntax, view.Script), cancellation);
        foreach (var target in trials.Targets)
            trials.Find(target, target.Memory is { } rule ? finder.Lines(rule) : finder.Lines(target.Keyword!, target.Decomposition!));
        trials.TryByChance(finder.Vocabulary());
        return trials;
    }

    /// <summary>A line that reaches a rule, or null if none was found.</summary>
    public Trial? For(Target target) => _found.GetValueOrDefault(target) ?? _inPassing.GetValueOrDefault(target);

    private void Find(Target target, IEnumerable<IReadOnlyList<string>> lines)
    {
        foreach (var line in lines.Take(MostLines))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Say(line, MostTimes, target) is not { } trial)
                continue;
            _found[target] = trial;
            return;
        }
    }

    /// <summary>Changes lines at random, and continues with those that reach further rules. This finds lines for rules that only a long chain of PREs reaches.</summary>
    private void TryByChance(IReadOnlyList<string> vocabulary)
    {
        var dice = new Random(0); // a fixed seed, so that a script always gets the same lines
        for (var i = 0; i < LinesOfChance && _missing.Count > 0 && vocabulary.Count > 0; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            List<string> line = _lines.Count == 0 || dice.Next(8) == 0 ? [] : [.. _lines[dice.Next(_lines.Count)]];
            for (var changes = 1 + (dice.Next(2) * dice.Next(3)); changes > 0; changes--)
            {
                var at = dice.Next(line.Count + 1);
                if (at < line.Count && dice.Next(3) == 0)
                    line.RemoveAt(at);
                else if (line.Count < MostWordsOfChance)
                    line.Insert(at, vocabulary[dice.Next(vocabulary.Count)]);
            }
            Say(line, TimesOfChance, null);
        }
    }

    /// <summary>Says a line up to so many times, until the rule is used.</summary>
    private Trial? Say(IReadOnlyList<string> words, int times, Target? target)
    {
        var line = string.Join(' ', words);
        var conversation = _script.Start();
        var uses = new UseRecord();
        for (var time = 1; time <= times; time++)
        {
            var reply = conversation.Reply(line, uses);
            var trial = new Trial(line, time, reply);
            if (_missing.RemoveAll(one => one.IsUsed(uses) && _inPassing.TryAdd(one, trial)) > 0 && time == 1)
                _lines.Add(words);
            if (target?.IsUsed(uses) == true)
                return trial;
        }
        return null;
    }
}
