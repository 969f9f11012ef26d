using Eliza.Runtime;

namespace Eliza.Cli.Covering;

/// <summary>The results of playing transcripts with a script. Each transcript is a conversation of its own.</summary>
internal sealed class PlayedTranscripts
{
    private readonly List<Difference> _differences = [];

    /// <summary>Plays transcripts.</summary>
    public PlayedTranscripts(Script script, IReadOnlyList<Transcript> transcripts, CancellationToken cancellation = default)
    {
        Transcripts = transcripts;
        foreach (var transcript in transcripts)
        {
            var conversation = script.Start();
            foreach (var line in transcript.Lines)
            {
                cancellation.ThrowIfCancellationRequested();
                Uses.NextLine();
                var reply = conversation.Reply(line.Text, Uses);
                if (line.Expected is not null && line.Expected != reply)
                    _differences.Add(new(transcript.Name, line, reply));
            }
        }
    }

    /// <summary>The transcripts.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; }

    /// <summary>The number of lines of all transcripts.</summary>
    public int LineCount => Transcripts.Sum(one => one.Lines.Count);

    /// <summary>The rules that the replies used.</summary>
    public UseRecord Uses { get; } = new();

    /// <summary>The replies that differ from the expected ones.</summary>
    public IReadOnlyList<Difference> Differences => _differences;
}
