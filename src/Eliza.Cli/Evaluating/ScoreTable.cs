using System.Globalization;

namespace Eliza.Cli.Evaluating;

/// <summary>The figures of an evaluation in percent: for questions with an answer, for those without one, and for all.</summary>
internal sealed class ScoreTable
{
    private readonly Row _answerable = new("with an answer");
    private readonly Row _unanswerable = new("without one");
    private readonly Row _all = new("all");

    /// <summary>The number of questions without a reply. They count as wrong.</summary>
    public int Failures { get; private set; }

    /// <summary>The number of questions that were asked.</summary>
    public int Questions => _all.Count;

    /// <summary>The mean F1 of all questions, in percent.</summary>
    public double F1 => _all.F1;

    /// <summary>Adds the outcome of a question.</summary>
    public void Add(Outcome outcome)
    {
        if (outcome.Error is not null)
            Failures++;
        _all.Add(outcome.Score);
        (outcome.Question.Answers.Count > 0 ? _answerable : _unanswerable).Add(outcome.Score);
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"{"questions",-15}{"count",8}{"exact match",14}{"F1",9}");
        foreach (var row in _answerable.Count > 0 && _unanswerable.Count > 0 ? [_answerable, _unanswerable, _all] : new[] { _all })
            output.WriteLine(row);
        if (Failures > 0)
            output.WriteLine($"{English.Count(Failures, "question was", "questions were")} not answered and {(Failures == 1 ? "counts" : "count")} as wrong.");
    }

    private sealed class Row(string name)
    {
        private double _exactMatch;
        private double _f1;

        public int Count { get; private set; }

        public double F1 => 100 * _f1 / Count;

        public void Add(Score score)
        {
            Count++;
            _exactMatch += score.ExactMatch;
            _f1 += score.F1;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name,-15}{Count,8}{100 * _exactMatch / Count,14:F2}{F1,9:F2}");
    }
}
