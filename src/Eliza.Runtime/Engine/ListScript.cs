using System.ComponentModel;
using System.Runtime.CompilerServices;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Engine;

/// <summary>
/// A script in the list language. It answers like the program of 1966: only the first clause with a keyword counts, its keywords are
/// on a stack, and a counter of four steps decides when a memory is recalled.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListScript<TRules>(string name, string greeting) : RuledScript<TRules>(name, [greeting], ["Goodbye."])
    where TRules : struct, IListRules
{
    private protected override int MemoryCapacity => 10_000;

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line) => Answer(conversation, line, default(NoTrace));

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line, ITrace trace) => Answer<ITrace>(conversation, line, trace);

    private static ReadOnlySpan<char> Answer<TTrace>(Conversation conversation, ReadOnlySpan<char> line, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        turn.Allow(line.Length, BudgetFor(conversation, line.Length));
        var limit = (conversation.Turns % 4) + 1;

        var length = LineFolding.FoldList(line, turn);
        ReadClause(turn, new Cutter(turn.Separators[..LineFolding.Blocks(length)]), trace);
        if (turn.Keystack.IsEmpty && limit == 4 && !conversation.Memories.IsEmpty)
        {
            trace.FellBack(Fallback.Memory);
            return conversation.Memories.Take();
        }

        while (!turn.Keystack.IsEmpty)
        {
            var keyword = turn.Keystack.Pop();
            if (keyword == TRules.MemoryKeyword) Memorise(conversation, trace);

            if (!TryMatch(turn, keyword, out var decomposition)) return Exhausted(limit, trace);

            TraceTried(trace, turn, keyword, after: -1, decomposition);
            if (decomposition < 0)
            {
                var link = TRules.LinkOf(keyword);
                if (link == 0)
                {
                    trace.FellBack(Fallback.NoMatch);
                    return NoMatch(limit);
                }

                trace.Linked(keyword);
                turn.Keystack.Push(link);
                continue;
            }

            var (reassembly, kind) = Choose(conversation, decomposition, trace);
            switch (kind)
            {
                case ReassemblyKind.Text:
                    if (!conversation.SkipsReply) Reassemble(turn, keyword, decomposition, reassembly);
                    return turn.IsReplyTooLong ? Exhausted(limit, trace) : turn.Reply;
                case ReassemblyKind.NewKey:
                    break;
                case ReassemblyKind.Goto:
                    turn.Keystack.Push(TRules.TargetOf(reassembly));
                    break;
                default:
                    RestoreCuts(turn, keyword, decomposition);
                    turn.BeginRewrite();
                    TRules.Reassemble(reassembly, turn);
                    if (turn.Budget.IsSpent) return Exhausted(limit, trace);
                    turn.Keystack.Push(TRules.TargetOf(reassembly));
                    break;
            }
        }

        trace.FellBack(Fallback.None);
        return AnswerNone(conversation, limit, trace);
    }

    // ---- Reading --------------------------------------------------------------------------------------------

    /// <summary>Reads words up to the end of the first clause with a keyword. Keywords go to the stack in their order.</summary>
    private static void ReadClause<TTrace>(Turn turn, Cutter cutter, TTrace trace)
        where TTrace : ITrace
    {
        trace.Reading();
        turn.Keystack.Clear();
        ReadOnlySpan<char> line = turn.Line;
        var best = 0;
        while (cutter.TryTake(out var start, out var end))
        {
            var length = end - start;
            var word = line[start..];
            var isBut = word is ['B', 'U', 'T', ..] && length == 3;
            if (length > 0 && !isBut)
            {
                var number = TRules.Find(word, length);
                if (number == 0) turn.AddRead(number, start, length);
                else AddKnown(turn, number, start, length, ref best, trace);
            }

            if (!isBut && line[end] == ' ') continue;
            if (!turn.Keystack.IsEmpty) break;
            trace.Clause(new TracedClause(turn));
            turn.ClearClause();
            trace.Reading();
        }

        trace.Clause(new TracedClause(turn));
    }

    private static void AddKnown<TTrace>(Turn turn, int word, int start, int length, ref int best, TTrace trace)
        where TTrace : ITrace
    {
        if (IsKeyword(word))
        {
            Queue(turn.Keystack, word, ref best);
            trace.Queued(word);
        }

        if ((TRules.Traits[word] & Trait.Rewritten) == 0)
        {
            turn.AddRead(word, start, length);
        }
        else
        {
            trace.Rewriting(word, turn.Line.Slice(start, length));
            TRules.Rewrite(word, turn);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsKeyword(int word) => (uint)(word - 1) < (uint)TRules.KeywordCount;

    /// <summary>Puts a keyword on the stack: to the front if its rank is above all before it, or else to the back. The stack is not sorted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Queue(Keystack keystack, int keyword, ref int best)
    {
        var rank = TRules.Ranks[keyword];
        if (rank > best)
        {
            keystack.Push(keyword);
            best = rank;
        }
        else
        {
            keystack.Append(keyword);
        }
    }

    // ---- Memory ---------------------------------------------------------------------------------------------

    /// <summary>Stores a memory. The last word chooses one of the four rules. Nothing is stored if its pattern does not match.</summary>
    private static void Memorise<TTrace>(Conversation conversation, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        var lastWord = turn.Words.IsEmpty ? [] : turn.TextOf(turn.Words.Length - 1);
        turn.Matches.CutFor = -1;
        turn.Matches.LastTried = 0; // so that trying the keyword costs steps for its patterns, which include the four of MEMORY
        turn.Budget.TrySpend(lastWord.Length);
        var rule = Hollerith.Hash(lastWord, bits: 2);
        if (!TRules.Memorise(rule, turn)) return;

        if (turn.IsReplyTooLong || !turn.Budget.TryAdd(turn.Reply.Length))
        {
            turn.ClearReply();
            return;
        }

        conversation.Memories.Add(turn.Reply);
        trace.Stored(turn.Reply, rule);
        turn.ClearReply();
    }

    // ---- When no keyword answers ----------------------------------------------------------------------------

    private static ReadOnlySpan<char> AnswerNone<TTrace>(Conversation conversation, int limit, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        if (!TryMatch(turn, TRules.None, out var decomposition)) return Exhausted(limit, trace);
        TraceTried(trace, turn, TRules.None, after: -1, decomposition);
        var kind = ReassemblyKind.NewKey;
        if (decomposition >= 0)
        {
            (var reassembly, kind) = Choose(conversation, decomposition, trace);
            RestoreCuts(turn, TRules.None, decomposition);
            if (kind == ReassemblyKind.Replace) turn.BeginRewrite();
            if (kind is ReassemblyKind.Text or ReassemblyKind.Replace) TRules.Reassemble(reassembly, turn);
        }

        if (kind != ReassemblyKind.Text)
        {
            trace.FellBack(Fallback.LastResort);
            turn.Join(0, turn.Words.Length);
        }

        return turn.IsReplyTooLong || turn.Budget.IsSpent ? Exhausted(limit, trace) : turn.Reply;
    }

    private static string Exhausted<TTrace>(int limit, TTrace trace)
        where TTrace : ITrace
    {
        trace.FellBack(Fallback.Exhausted);
        return NoMatch(limit);
    }

    private static string NoMatch(int limit) => limit switch
    {
        1 => "PLEASE CONTINUE",
        2 => "HMMM",
        3 => "GO ON , PLEASE",
        _ => "I SEE",
    };
}
