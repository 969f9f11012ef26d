using Eliza.Engine.Tests.Support;
using Eliza.Plain;

namespace Eliza.Engine.Tests;

/// <summary>The transcripts that ship with doctor.txt: a line of the user, a tab, the reply.</summary>
public sealed class TranscriptTests
{
    [Theory]
    [InlineData("doctor-1966")]
    [InlineData("doctor-every-reply")]
    public void A_transcript_is_what_doctor_says(string name) => Play(name);

    [Fact]
    public void One_transcript_reaches_every_reassembly_of_doctor()
    {
        var doctor = Play("doctor-every-reply");
        doctor.Reassemblies.Except(doctor.Uses).ShouldBeEmpty();
    }

    [SharedFact]
    public void One_transcript_has_the_lines_of_the_conversation_of_1966() =>
        Transcript("doctor-1966").Select(row => row[0])
            .ShouldBe(Vectors.Conversation("weizenbaum_1966_cacm_conversation").Session.Select(exchange => exchange.Line));

    private static Talker Play(string name)
    {
        var doctor = Talker.With(Repository.Script("doctor"));
        var transcript = Transcript(name);
        transcript.ShouldNotBeEmpty();
        foreach (var row in transcript) doctor.Reply(row[0]).ShouldBe(row[1], customMessage: row[0]);
        return doctor;
    }

    private static List<string[]> Transcript(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "scripts", "transcripts", name + ".tsv")).Select(line => line.Split('\t'))];
}
