using Eliza.Engine.Tests.Support;
using Eliza.Plain;

namespace Eliza.Engine.Tests.Plain;

public sealed class DoctorTests
{
    /// <summary>The words of a reply, case and punctuation aside.</summary>
    private static string WordsOf(string reply) => string.Join(' ',
        string.Concat(reply.ToUpperInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '\'')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [SharedFact]
    public void It_has_the_conversation_of_1966_word_for_word()
    {
        var doctor = Talker.With(Repository.Script("doctor"));
        foreach (var (line, reply) in Vectors.Conversation("weizenbaum_1966_cacm_conversation").Session)
            WordsOf(doctor.Reply(line)).ShouldBe(WordsOf(reply), customMessage: line);
    }
}
