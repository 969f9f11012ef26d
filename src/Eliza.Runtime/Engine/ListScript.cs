using System.Runtime.CompilerServices;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// A script in the list language, answered as the program of 1966 did: the first clause that holds a keyword, its
/// keywords on a stack, a counter of four steps that says when a memory surfaces.
/// </summary>
public sealed class ListScript<TRules>(string name, string greeting) : RuledScript<TRules>(name, greeting, "Goodbye.")
    where TRules : struct, IListRules
{
    private protected override int MemoryCapacity => 10_000;

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line) => Answer(conversation, line, default(NoTrace));

    internal override ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line, ITrace trace) => Answer<ITrace>(conversation, line, trace);

    private static ReadOnlySpan<char> Answer<TTrace>(Conversation conversation, ReadOnlySpan<char> line, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        turn.Begin((ListText.MaxExpansion * line.Length) + LineFolding.Slack);
        conversation.Turns++;
        var limit = (conversation.Turns % 4) + 1;

        var separators = turn.Separators(ListText.MaxExpansion * line.Length);
        var length = LineFolding.FoldList(line, turn.Line, separators);
        ReadClause(turn, new Cutter(separators[..LineFolding.Blocks(length)]), trace);
        if (turn.Keystack.IsEmpty && limit == 4 && !conversation.Memories.IsEmpty)
        {
            trace.FellBack(Fallback.Memory);
            return conversation.Memories.Take();
        }

        var budget = new Budget(turn.WordsRead);
        while (!turn.Keystack.IsEmpty)
        {
            var keyword = turn.Keystack.Pop();
            if (keyword == TRules.MemoryKeyword) Memorise(conversation, trace);

            if (!TryMatch(turn, keyword, ref budget, out var decomposition))
            {
                trace.FellBack(Fallback.Exhausted);
                return NoMatch(limit);
            }

            Tell(trace, turn, keyword, after: -1, decomposition);
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

            var (reassembly, outcome) = Choose(conversation, decomposition, trace);
            switch (outcome)
            {
                case Outcome.Text:
                    if (!conversation.IsHearing) Reassemble(turn, keyword, decomposition, reassembly);
                    return turn.Reply;
                case Outcome.NewKey:
                    break;
                case > 0:
                    turn.Keystack.Push(outcome);
                    break;
                default:
                    RestoreCuts(turn, keyword, decomposition);
                    turn.BeginRewrite(budget.Left);
                    TRules.Reassemble(reassembly, turn);
                    if (!budget.TrySpend(turn.Words.Length))
                    {
                        trace.FellBack(Fallback.Exhausted);
                        return NoMatch(limit);
                    }

                    turn.Keystack.Push(~outcome);
                    break;
            }
        }

        trace.FellBack(Fallback.None);
        return AnswerNone(conversation, trace);
    }

    // ---- Reading --------------------------------------------------------------------------------------------

    /// <summary>Reads words up to the end of the first clause that holds a keyword, which go to the stack as they come.</summary>
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
                turn.WordsRead++;
                var number = TRules.Find(word, length);
                if (number == 0) turn.AddRead(number, start, length);
                else AddKnown(turn, number, start, length, ref best, trace);
            }

            if (!isBut && line[end] == ' ') continue;
            if (!turn.Keystack.IsEmpty) break;
            trace.Clause(turn);
            turn.ClearClause();
            trace.Reading();
        }

        trace.Clause(turn);
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

    /// <summary>Only a rank above all before goes to the front; the stack is not sorted.</summary>
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

    /// <summary>Stores what the memory rule that the last word chooses makes of the words, if its pattern matches.</summary>
    private static void Memorise<TTrace>(Conversation conversation, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        var lastWord = turn.Words.IsEmpty ? [] : turn.TextOf(turn.Words.Length - 1);
        turn.Findings.CutFor = -1;
        var rule = Hollerith.Hash(lastWord, bits: 2);
        if (!TRules.Memorise(rule, turn)) return;

        turn.TrimEnd();
        conversation.Memories.Add(turn.Reply);
        trace.Stored(turn.Reply, rule);
        turn.ClearReply();
    }

    // ---- When no keyword answers ----------------------------------------------------------------------------

    private static ReadOnlySpan<char> AnswerNone<TTrace>(Conversation conversation, TTrace trace)
        where TTrace : ITrace
    {
        var turn = conversation.Turn;
        var decomposition = TRules.Decompose(TRules.None, turn);
        Tell(trace, turn, TRules.None, after: -1, decomposition);
        var outcome = Outcome.NewKey;
        if (decomposition >= 0)
        {
            (var reassembly, outcome) = Choose(conversation, decomposition, trace);
            turn.Findings.CutFor = decomposition;
            if (outcome is not (Outcome.Text or Outcome.NewKey) && outcome < 0) turn.BeginRewrite(Budget.Base);
            if (outcome == Outcome.Text || outcome < Outcome.NewKey) TRules.Reassemble(reassembly, turn);
        }

        if (outcome != Outcome.Text)
        {
            trace.FellBack(Fallback.LastResort);
            turn.Write(0, turn.Words.Length);
        }

        turn.TrimEnd();
        return turn.Reply;
    }

    private static string NoMatch(int limit) => limit switch
    {
        1 => "PLEASE CONTINUE",
        2 => "HMMM",
        3 => "GO ON , PLEASE",
        _ => "I SEE",
    };
}
