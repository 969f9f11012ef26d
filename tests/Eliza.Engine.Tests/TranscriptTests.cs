using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>The transcripts of doctor.txt. Each line has the user's text, a tab and the reply.</summary>
public sealed class TranscriptTests
{
    [Theory]
    [InlineData("doctor-1966")]
    [InlineData("doctor-every-reply")]
    public void A_transcript_is_what_doctor_says(string name)
    {
        var conversation = TestScripts.Compile(Repository.Script("doctor")).Start();
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

    [Theory]
    [InlineData("My boss says I've failed.", "Your boss says you've failed?")]
    [InlineData("my boss says ive failed", "Your boss says you've failed?")]
    [InlineData("My boss says I'd fail.", "Your boss says you'd fail?")]
    [InlineData("My boss says I'll fail.", "Your boss says you'll fail?")]
    [InlineData("My boss says I'm late.", "Your boss says you are late?")]
    [InlineData("My boss says im late.", "Your boss says you are late?")]
    [InlineData("My boss says I was late.", "Your boss says you were late?")]
    [InlineData("My boss says you've failed.", "Your boss says I've failed?")]
    [InlineData("My boss says you'd fail.", "Your boss says I'd fail?")]
    [InlineData("My boss says you'll fail.", "Your boss says I'll fail?")]
    [InlineData("My boss says you're late.", "Your boss says I am late?")]
    [InlineData("My boss says you were late.", "Your boss says I was late?")]
    [InlineData("My dog was ill.", "Your dog was ill?")]
    [InlineData("Everybody hates me.", "Really, everybody?")]
    [InlineData("NOBODY cares.", "Really, NOBODY?")]
    [InlineData("I am **sad**😢", "I am sorry to hear you are sad.")]
    public void Doctor_turns_what_people_say_around(string line, string reply) =>
        TestScripts.Compile(Repository.Script("doctor")).Start().Reply(line).ShouldBe(reply);

    [SharedFact]
    public void One_transcript_is_the_conversation_of_1966_word_for_word()
    {
        var published = Vectors.Conversation("weizenbaum_1966_cacm_conversation").Session;
        var transcript = Transcript("doctor-1966");
        transcript.Select(row => row[0]).ShouldBe(published.Select(exchange => exchange.Line));
        transcript.Select(row => WordsOf(row[1])).ShouldBe(published.Select(exchange => WordsOf(exchange.Reply)));
    }

    /// <summary>The words of a reply, without case and punctuation.</summary>
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
