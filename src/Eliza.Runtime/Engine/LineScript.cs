using System.ComponentModel;
using Eliza.Runtime.Text;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Engine;

/// <summary>
/// A script in the line language. It tries the clauses in order and the keywords of a clause by rank, and uses the first
/// decomposition of a keyword that matches. If a keyword gives no reply, the next one is tried.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LineScript<TRules>(string name, string[] greetings, string[] farewells) : RuledScript<TRules>(name, greetings, farewells)
    where TRules : struct, ILineRules
{
    /// <summary>The reply if even <c>xnone</c> gives none.</summary>
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
        turn.Allow(line.Length, BudgetFor(conversation, line.Length));
        var length = LineFolding.FoldLine(line, turn);
        ReadOnlySpan<char> folded = turn.Folded(length);
        var cutter = new Cutter(turn.Separators[..LineFolding.Blocks(length)]);

        var step = Step.Failed;
        while (step == Step.Failed && TryReadClause(turn, folded, ref cutter, trace))
        {
            if (turn.Budget.IsSpent)
            {
                step = Step.Exhausted;
                break;
            }

            if (TRules.IsQuit(turn))
            {
                trace.FellBack(Fallback.Farewell);
                conversation.IsOver = true;
                return conversation.Farewell;
            }

            step = TryKeywords(conversation, trace);
        }

        if (step == Step.Failed && !conversation.Memories.IsEmpty)
        {
            trace.FellBack(Fallback.Memory);
            return conversation.Memories.Take();
        }

        if (step != Step.Said)
        {
            trace.FellBack(step == Step.Failed ? Fallback.None : Fallback.Exhausted);
            conversation.Store = turn.Budget.StoreLeft;
            turn.Budget = BudgetFor(conversation, line.Length);
            if (Try(conversation, TRules.None, trace) != Step.Said)
            {
                trace.FellBack(Fallback.LastResort);
                return LastResort;
            }
        }

        return turn.Reply;
    }

    /// <summary>Reads the words up to the end of the next clause that has words. If there is no such clause, the last one stays.</summary>
    private static bool TryReadClause<TTrace>(Turn turn, ReadOnlySpan<char> line, ref Cutter cutter, TTrace trace)
        where TTrace : ITrace
    {
        trace.Reading();
        var isFirst = true;
        while (cutter.TryTake(out var start, out var end))
        {
            var length = end - start;
            var isStop = length == LineText.But.Length && line.Slice(start, length) is LineText.But;
            if (length > 0 && !isStop)
            {
                if (isFirst) turn.ClearClause();
                isFirst = false;
                var word = TRules.Find(line[start..], length);
                if ((TRules.Traits[word] & Trait.Rewritten) == 0) turn.AddRead(word, start, length);
                else Rewrite(turn, word, start, length, trace);
            }

            if ((isStop || line[end] == LineText.Stop) && !isFirst) break;
        }

        if (isFirst) return false;
        if (turn.BeginsLine && turn.Words.Length > 0 && turn.Words[0] is > 0 and var first && (TRules.Traits[first] & Trait.Proper) == 0) turn.ShowSmall();
        turn.BeginsLine = false;
        trace.Clause(new TracedClause(turn));
        return true;
    }

    private static void Rewrite<TTrace>(Turn turn, int word, int start, int length, TTrace trace)
        where TTrace : ITrace
    {
        trace.Rewriting(word, turn.Line.Slice(start, length));
        TRules.Rewrite(word, turn);
    }

    private static Step TryKeywords<TTrace>(Conversation conversation, TTrace trace)
        where TTrace : ITrace
    {
        var candidates = conversation.Turn.Candidates;
        candidates.Clear();
        foreach (var word in conversation.Turn.Words)
        {
            if ((uint)(word - 1) >= (uint)(TRules.KeywordCount + TRules.ClassKeywords.Length)) continue;
            var keyword = word <= TRules.KeywordCount ? word : TRules.ClassKeywords[word - TRules.KeywordCount - 1];
            if (candidates.TryAdd(keyword, TRules.Ranks[keyword])) trace.Queued(keyword);
        }

        var step = Step.Failed;
        while (step == Step.Failed && candidates.TryTake(out var keyword)) step = Try(conversation, keyword, trace);
        return step;
    }

    /// <summary>Tries a keyword and those to which it goes, until there is a text or the next keyword of the clause must be tried.</summary>
    private static Step Try<TTrace>(Conversation conversation, int keyword, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        while (TryMatch(turn, keyword, out var decomposition))
        {
            TraceTried(trace, turn, keyword, after: -1, decomposition);
            var kind = ReassemblyKind.NewKey;
            var reassembly = 0;
            while (decomposition >= 0)
            {
                (reassembly, kind) = Choose(conversation, decomposition, trace);
                if (kind == ReassemblyKind.Memory || (kind == ReassemblyKind.Text && !(conversation.SkipsReply && turn.IsReplyBelow(TRules.Growth))))
                {
                    Reassemble(turn, keyword, decomposition, reassembly);
                    turn.TrimEnd();
                    turn.Capitalise();
                    if (turn.IsReplyTooLong) return GiveUp(turn);
                }

                if (kind != ReassemblyKind.Memory) break;
                if (!turn.Budget.TryAdd(turn.Reply.Length) || !turn.Budget.TrySpend(CostOf(turn, keyword))) return GiveUp(turn);
                conversation.Memories.Add(turn.Reply);
                trace.Stored(turn.Reply, memoryRule: -1);
                turn.ClearReply();

                var stored = decomposition;
                decomposition = TRules.DecomposeAfter(stored, turn);
                turn.Matches.CutFor = decomposition;
                kind = ReassemblyKind.NewKey;
                TraceTried(trace, turn, keyword, after: stored, decomposition);
            }

            if (kind == ReassemblyKind.Text) return Step.Said;
            if (kind == ReassemblyKind.NewKey) return Step.Failed;
            keyword = TRules.TargetOf(reassembly);
        }

        return Step.Exhausted;
    }

    /// <summary>Ends the work on a reply that has cost too much.</summary>
    private static Step GiveUp(Turn turn)
    {
        turn.ClearReply();
        return Step.Exhausted;
    }
}
