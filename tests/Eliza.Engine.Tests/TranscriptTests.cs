using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>The transcripts that ship with doctor.txt: a line of the user, a tab, the reply.</summary>
public sealed class TranscriptTests
{
    [Theory]
    [InlineData("doctor-1966")]
    [InlineData("doctor-every-reply")]
    public void A_transcript_is_what_doctor_says(string name)
    {
        var conversation = ScriptCompiler.Compile(Repository.Script("doctor")).Start();
        Play(name, line => conversation.Reply(line));
        Play(name, Talker.With(Repository.Script("doctor")).Reply);
    }

    [Fact]
    public void One_transcript_reaches_every_reassembly_of_doctor()
    {
        var doctor = Talker.With(Repository.Script("doctor"));
        Play("doctor-every-reply", doctor.Reply);
        doctor.Reassemblies.Except(doctor.Uses).ShouldBeEmpty();
    }

    [SharedFact]
    public void One_transcript_is_the_conversation_of_1966_word_for_word()
    {
        var published = Vectors.Conversation("weizenbaum_1966_cacm_conversation").Session;
        var transcript = Transcript("doctor-1966");
        transcript.Select(row => row[0]).ShouldBe(published.Select(exchange => exchange.Line));
        transcript.Select(row => WordsOf(row[1])).ShouldBe(published.Select(exchange => WordsOf(exchange.Reply)));
    }

    /// <summary>The words of a reply, case and punctuation aside.</summary>
    private static string WordsOf(string reply) => string.Join(' ',
        string.Concat(reply.ToUpperInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '\'')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static void Play(string name, Func<string, string> talk)
    {
        var transcript = Transcript(name);
        transcript.ShouldNotBeEmpty();
        foreach (var row in transcript) talk(row[0]).ShouldBe(row[1], customMessage: row[0]);
    }

    private static List<string[]> Transcript(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "scripts", "transcripts", name + ".tsv")).Select(line => line.Split('\t'))];
}
