using Eliza.Testing;

namespace Eliza.Engine.Tests.Support;

/// <summary>Recorded sessions with the reference implementation of the list language.</summary>
internal static class Vectors
{
    public static IEnumerable<string> Conversations => Names("conversations", "*.tsv");

    public static IEnumerable<string> Probes => Names("probes", "*.in");

    public static (string Script, List<(string Line, string Reply)> Session) Conversation(string name)
    {
        var script = File.ReadAllText(Repository.SharedFile(name.Contains("tape-100") ? "scripts/tape-100.txt" : "scripts/doctor-1966-cacm.txt"));
        return (script, [.. Rows($"conversations/{name}.tsv").Select(row => (row[0], row[1]))]);
    }

    public static (string Script, List<(string Line, string Reply)> Session) Probe(string name)
    {
        var own = Repository.SharedFile($"vectors/probes/{name}.script");
        var script = File.ReadAllText(File.Exists(own) ? own : Repository.SharedFile("scripts/doctor-1966-cacm.txt"));
        var lines = File.ReadAllLines(Repository.SharedFile($"vectors/probes/{name}.in"));
        var replies = File.ReadAllLines(Repository.SharedFile($"vectors/probes/{name}.out"));
        return (script, [.. lines.Zip(replies)]);
    }

    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(Repository.SharedFile("vectors/" + path)).Select(line => line.Split('\t'));

    private static IEnumerable<string> Names(string folder, string pattern) => Repository.Shared is null
        ? []
        : Directory.GetFiles(Repository.SharedFile("vectors/" + folder), pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
