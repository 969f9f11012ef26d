using Eliza.Runtime;

namespace Eliza.Service.Contract;

/// <summary>One reply, within the limits that the client asked for.</summary>
/// <param name="Text">The text.</param>
/// <param name="End">Why it ends.</param>
internal readonly record struct Reply(string Text, ReplyEnd End)
{
    /// <summary>Whether it ends because of a limit on its length.</summary>
    public bool IsCut => End == ReplyEnd.Limit;

    /// <summary>Why the reply ends, by the names of chat and legacy completions.</summary>
    public string FinishReason => IsCut ? "length" : "stop";

    /// <summary>Rebuilds the conversation from its lines and answers the last line, once for each choice.</summary>
    /// <param name="script">The script that answers.</param>
    /// <param name="lines">The lines of the user, at least one.</param>
    /// <param name="parameters">The parameters of the request.</param>
    /// <param name="share">The most UTF-16 units of each reply.</param>
    /// <param name="replies">Takes a reply for each choice.</param>
    public static void To(UserLines lines, Script script, Parameters parameters, int share, Span<Reply> replies)
    {
        var conversation = parameters.Seed is { } seed ? script.Start(seed) : script.Start();
        for (var i = 0; i < lines.Count - 1; i++)
            conversation.Advance(lines[i]);
        // A further choice is the reply that ELIZA would give after one more round of the reassemblies.
        for (var i = 0; i < replies.Length; i++)
            replies[i] = Cut(i == 0 ? conversation.Answer(lines[^1]) : conversation.AnswerAgain(lines[^1]), parameters, share);
    }

    private static Reply Cut(ReadOnlySpan<char> text, Parameters parameters, int share)
    {
        var end = ReplyEnd.Whole;
        foreach (var sequence in parameters.Stop)
        {
            if (text.IndexOf(sequence, StringComparison.Ordinal) is not (>= 0 and var start))
                continue;
            text = text[..start];
            end = ReplyEnd.Stop;
        }
        var length = Math.Min(text.Length, share);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        length = Math.Min(length, Words.Length(text, parameters.MaxWords));
        return text[length..].IsWhiteSpace() ? new Reply(text.ToString(), end) : new Reply(text[..length].ToString(), ReplyEnd.Limit);
    }
}
