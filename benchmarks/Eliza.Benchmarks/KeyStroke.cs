using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;

namespace Eliza.Benchmarks;

/// <summary>The findings after a key stroke: the language server takes the change, reads the script and publishes its findings.</summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the cleanup.")]
public class KeyStroke
{
    private const string Uri = "file:///scripts/typed.txt";

    private EditorSession _session = null!;
    private object _place = null!;
    private int _version;

    /// <summary>The number of keywords of the script; 0 is doctor.txt.</summary>
    [Params(0, 10_000)]
    public int Keywords { get; set; }

    /// <summary>Opens the script and warms up.</summary>
    [GlobalSetup]
    public void Open()
    {
        var script = Keywords == 0 ? File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "doctor.txt")) : Corpus.ScriptOf(Keywords);
        var lines = script.Split('\n');
        var line = Array.FindLastIndex(lines, lines.Length / 2, one => one.TrimStart().StartsWith("reasmb:", StringComparison.Ordinal) && !one.Contains("goto", StringComparison.Ordinal));
        var character = lines[line].IndexOf(':', StringComparison.Ordinal) + 2;
        _place = new { start = new { line, character }, end = new { line, character = character + 1 } };
        _session = new EditorSession();
        _session.Tell("textDocument/didOpen", new { textDocument = new { uri = Uri, languageId = "eliza", version = _version, text = script } });
        _ = Published();
        WarmUp.Run(() => Type(), seconds: 10);
    }

    /// <summary>Replaces a letter of a reply.</summary>
    [Benchmark]
    public int Type()
    {
        _version++;
        _session.Tell("textDocument/didChange", new { textDocument = new { uri = Uri, version = _version }, contentChanges = new[] { new { range = _place, text = _version % 2 == 0 ? "A" : "B" } } });
        return Published();
    }

    /// <summary>Ends the server.</summary>
    [GlobalCleanup]
    public void Close() => _session.Dispose();

    private int Published()
    {
        while (true)
        {
            using var message = _session.Read();
            if (message.RootElement.TryGetProperty("method", out var method) && method.ValueEquals("textDocument/publishDiagnostics")
                && message.RootElement.GetProperty("params") is var published && published.TryGetProperty("version", out var version) && version.GetInt32() == _version)
                return published.GetProperty("diagnostics").GetArrayLength();
        }
    }
}
