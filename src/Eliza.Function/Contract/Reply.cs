using Eliza.Runtime;

namespace Eliza.Function.Contract;

/// <summary>One reply, as far as the client wants it.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsCut">Whether it ends because of a limit on its length.</param>
internal readonly record struct Reply(string Text, bool IsCut)
{
    /// <summary>Why the reply ends, in the words of chat and legacy completions.</summary>
    public string FinishReason => IsCut ? "length" : "stop";

    /// <summary>Rebuilds the conversation from its lines and answers the last of them, once for each choice.</summary>
    /// <param name="script">The script that answers.</param>
    /// <param name="lines">The lines of the user, at least one.</param>
    /// <param name="parameters">How the answer is wanted.</param>
    /// <param name="share">The most UTF-16 units of each reply.</param>
    /// <param name="replies">Takes a reply for each choice.</param>
    public static void To(UserLines lines, Script script, Parameters parameters, int share, Span<Reply> replies)
    {
        var conversation = parameters.Seed is { } seed ? script.Start(seed) : script.Start();
        for (var i = 0; i < lines.Count - 1; i++)
            conversation.Hear(lines[i]);
        var before = replies.Length > 1 ? conversation.State : null;
        for (var i = 0; i < replies.Length; i++)
        {
            // A further choice is what ELIZA would have said had the reassemblies been one round further.
            if (i > 0)
                conversation = script.Resume(before! with { Rounds = conversation.State.Rounds });
            replies[i] = Cut(conversation.Answer(lines[^1]), parameters, share);
        }
    }

    private static Reply Cut(ReadOnlySpan<char> text, Parameters parameters, int share)
    {
        foreach (var sequence in parameters.Stop)
        {
            if (text.IndexOf(sequence, StringComparison.Ordinal) is >= 0 and var end)
                text = text[..end];
        }
        var length = Math.Min(text.Length, share);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        length = Math.Min(length, Words.Length(text, parameters.MaxWords));
        return text[length..].IsWhiteSpace() ? new Reply(text.ToString(), false) : new Reply(text[..length].ToString(), true);
    }
}
