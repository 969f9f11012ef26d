using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// A script in the line language. Each clause in turn: its keywords by rank, and of each the first decomposition
/// that matches; what fails hands over to the next.
/// </summary>
public sealed class LineScript<TRules>(string name, string greeting, string farewell) : RuledScript<TRules>(name, greeting, farewell)
    where TRules : struct, ILineRules
{
    /// <summary>What is said when even <c>xnone</c> has nothing to say.</summary>
    private const string LastResort = "Please go on.";

    private enum Step
    {
        Failed,
        Said,
        Exhausted,
    }

    private protected override int MemoryCapacity => 20;

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line) => Answer(conversation, line, default(NoTrace));

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line, ITrace trace) => Answer<ITrace>(conversation, line, trace);

    private static ReadOnlySpan<char> Answer<TTrace>(Conversation conversation, ReadOnlySpan<char> line, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        turn.Begin(line.Length + LineFolding.Slack);
        conversation.Turns++;
        conversation.IsOver = false;

        var folded = turn.Folded(line.Length + LineFolding.Slack);
        var separators = turn.Separators(line.Length);
        var length = LineFolding.FoldLine(line, turn.Line, folded, separators);
        var cutter = new Cutter(separators[..LineFolding.Blocks(length)]);
        var step = Step.Failed;
        while (step == Step.Failed && TryReadClause(turn, folded, ref cutter, trace))
        {
            if (TRules.IsQuit(turn))
            {
                trace.FellBack(Fallback.Farewell);
                conversation.IsOver = true;
                return conversation.Script.Farewell;
            }

            var budget = new Budget(turn.WordsRead);
            step = TryKeywords(conversation, ref budget, trace);
        }

        if (step == Step.Failed && !conversation.Memories.IsEmpty)
        {
            trace.FellBack(Fallback.Memory);
            return conversation.Memories.Take();
        }

        if (step != Step.Said)
        {
            trace.FellBack(step == Step.Failed ? Fallback.None : Fallback.Exhausted);
            var budget = new Budget(turn.WordsRead);
            if (Try(conversation, TRules.None, ref budget, trace) != Step.Said)
            {
                trace.FellBack(Fallback.LastResort);
                return LastResort;
            }
        }

        return turn.Reply;
    }

    /// <summary>Reads the words up to the end of the next clause that has any; if there is none, the last one stays.</summary>
    private static bool TryReadClause<TTrace>(Turn turn, ReadOnlySpan<char> line, ref Cutter cutter, TTrace trace)
        where TTrace : ITrace
    {
        trace.Reading();
        var isFirst = true;
        while (cutter.TryTake(out var start, out var end))
        {
            var length = end - start;
            var isStop = length <= LineText.LongestClauseEnd && LineText.EndsClause(line.Slice(start, length));
            if (length > 0 && !isStop)
            {
                if (isFirst) turn.ClearClause();
                isFirst = false;
                turn.WordsRead++;
                var word = TRules.Find(line[start..], length);
                if ((TRules.Traits[word] & Trait.Rewritten) == 0) turn.AddRead(word, start, length);
                else Rewrite(turn, word, start, length, trace);
            }

            if ((isStop || line[end] == LineText.Stop) && !isFirst) break;
        }

        if (isFirst) return false;
        trace.Clause(turn);
        return true;
    }

    private static void Rewrite<TTrace>(Turn turn, int word, int start, int length, TTrace trace)
        where TTrace : ITrace
    {
        trace.Rewriting(word, turn.Line.Slice(start, length));
        TRules.Rewrite(word, turn);
    }

    private static Step TryKeywords<TTrace>(Conversation conversation, ref Budget budget, TTrace trace)
        where TTrace : ITrace
    {
        var candidates = conversation.Turn.Candidates;
        candidates.Clear();
        foreach (var word in conversation.Turn.Words)
        {
            if (IsKeyword(word) && candidates.TryAdd(word, TRules.Ranks[word])) trace.Queued(word);
        }

        var step = Step.Failed;
        while (step == Step.Failed && candidates.TryTake(out var keyword)) step = Try(conversation, keyword, ref budget, trace);
        return step;
    }

    /// <summary>Tries a keyword, and those it goes to, until there is a text or the next keyword of the clause is to be tried.</summary>
    private static Step Try<TTrace>(Conversation conversation, int keyword, ref Budget budget, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        while (TryMatch(turn, keyword, ref budget, out var decomposition))
        {
            Tell(trace, turn, keyword, after: -1, decomposition);
            var next = Outcome.NewKey;
            while (decomposition >= 0)
            {
                (var reassembly, next) = Choose(conversation, decomposition, trace);
                if (next is Outcome.Text or Outcome.Memory && !(next == Outcome.Text && conversation.IsHearing))
                {
                    Reassemble(turn, keyword, decomposition, reassembly);
                    turn.Capitalise();
                }

                if (next != Outcome.Memory) break;
                conversation.Memories.Add(turn.Reply);
                trace.Stored(turn.Reply, memoryRule: -1);
                turn.ClearReply();

                var stored = decomposition;
                decomposition = TRules.DecomposeAfter(stored, turn);
                turn.Findings.CutFor = decomposition;
                next = Outcome.NewKey;
                Tell(trace, turn, keyword, after: stored, decomposition);
            }

            if (next == Outcome.Text) return Step.Said;
            if (next == Outcome.NewKey) return Step.Failed;
            keyword = next;
        }

        return Step.Exhausted;
    }
}
