using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Reference;

/// <summary>The replies of the reference: a compressed file with a conversation on each line, as JSON.</summary>
internal static class Recording
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "tests/reference/recording.jsonl.gz");

    private static readonly Lazy<IReadOnlyList<RecordedTalk>> Recorded = new(Read);

    public static IReadOnlyList<RecordedTalk> Talks => Recorded.Value;

    public static string ToText(IEnumerable<RecordedTalk> talks) => string.Concat(talks.Select(talk => JsonSerializer.Serialize(talk, Json) + "\n"));

    public static void Write(IEnumerable<RecordedTalk> talks)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(Path), CompressionLevel.SmallestSize));
        writer.Write(ToText(talks));
    }

    private static List<RecordedTalk> Read()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path), CompressionMode.Decompress));
        var talks = new List<RecordedTalk>();
        while (reader.ReadLine() is { } line) talks.Add(JsonSerializer.Deserialize<RecordedTalk>(line, Json)!);
        return talks;
    }
}
