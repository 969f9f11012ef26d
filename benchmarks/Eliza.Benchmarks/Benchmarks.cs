using BenchmarkDotNet.Attributes;
using Eliza.Runtime;
using Eliza.Service;

namespace Eliza.Benchmarks;

/// <summary>Replies of the script of 1966 to two hundred lines.</summary>
[MemoryDiagnoser]
public class Reply
{
    private const int Lines = 200;
    private readonly Conversation _conversation = Corpus.Doctor1966.Start();
    private readonly Conversation _lineConversation = Scripts.Doctor.Start();
    private readonly CountingTrace _trace = new();

    /// <summary>Warms up.</summary>
    [GlobalSetup]
    public void Talk() => WarmUp.Run(() =>
    {
        AsString();
        AsSpan();
        Heard();
        Traced();
        LineLanguage();
    });

    /// <summary>The reply as a string.</summary>
    [Benchmark(OperationsPerInvoke = Lines, Baseline = true)]
    public void AsString()
    {
        foreach (var line in Corpus.Lines) _ = _conversation.Reply(line);
    }

    /// <summary>The reply as a span.</summary>
    [Benchmark(OperationsPerInvoke = Lines)]
    public void AsSpan()
    {
        foreach (var line in Corpus.Lines) _ = _conversation.Answer(line);
    }

    /// <summary>A turn without making the reply.</summary>
    [Benchmark(OperationsPerInvoke = Lines)]
    public void Heard()
    {
        foreach (var line in Corpus.Lines) _conversation.Advance(line);
    }

    /// <summary>The reply as a string, with a trace.</summary>
    [Benchmark(OperationsPerInvoke = Lines)]
    public void Traced()
    {
        foreach (var line in Corpus.Lines) _ = _conversation.Reply(line, _trace);
    }

    /// <summary>A reply of doctor.txt, in the line language.</summary>
    [Benchmark(OperationsPerInvoke = Lines)]
    public void LineLanguage()
    {
        foreach (var line in Corpus.Lines) _ = _lineConversation.Answer(line);
    }
}

/// <summary>Replies of scripts of different sizes to the same kind of line.</summary>
public class ScriptSize
{
    private const int Lines = 200;
    private Conversation _conversation = null!;
    private string[] _lines = null!;

    /// <summary>The number of keywords of the script.</summary>
    [Params(66, 10_000)]
    public int Keywords { get; set; }

    /// <summary>Compiles the script.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _conversation = new ScriptBuild(Corpus.ScriptOf(Keywords)).Load().Start();
        _lines = [.. Enumerable.Range(0, Lines).Select(number => $"I say that word{number * 7919 % Keywords} is my old friend.")];
        WarmUp.Run(Answer, seconds: 4); // the rules are in hundreds of methods, which the JIT compiler optimizes one by one
    }

    /// <summary>A reply as a span.</summary>
    [Benchmark(OperationsPerInvoke = Lines)]
    public void Answer()
    {
        foreach (var line in _lines) _ = _conversation.Answer(line);
    }
}

/// <summary>Lines that are hard for other engines, in two lengths. The time may at most double.</summary>
public class Input
{
    private string _line = null!;
    private Conversation _conversation = null!;

    /// <summary>The text that is repeated.</summary>
    [Params("LIKE ", "i ", "a ", "my mother is like you ")]
    public string Piece { get; set; } = "";

    /// <summary>The number of repetitions.</summary>
    [Params(4_000, 8_000)]
    public int Times { get; set; }

    /// <summary>Makes the line.</summary>
    [GlobalSetup]
    public void Repeat()
    {
        _line = string.Concat(Enumerable.Repeat(Piece, Times));
        _conversation = Corpus.Doctor1966.Start();
        WarmUp.Run(() => Answer(), seconds: 0.3);
    }

    /// <summary>Answers the line.</summary>
    [Benchmark]
    public int Answer() => _conversation.Answer(_line).Length;
}

/// <summary>A long conversation. A reply must not cost more than at its beginning.</summary>
public class LongConversation
{
    private Conversation _conversation = null!;

    /// <summary>The number of turns before.</summary>
    [Params(10, 5_000)]
    public int Turns { get; set; }

    /// <summary>Says the turns before.</summary>
    [GlobalSetup]
    public void Talk()
    {
        _conversation = Corpus.Doctor1966.Start();
        for (var turn = 0; turn < Turns; turn++) _conversation.Advance("My dog " + turn);
        WarmUp.Run(() => Answer());
    }

    /// <summary>One more turn.</summary>
    [Benchmark]
    public int Answer() => _conversation.Answer("You are very much like my father.").Length;
}

/// <summary>One request to the service.</summary>
[MemoryDiagnoser]
public class Handling
{
    private readonly ElizaService _service = new(new Settings(), () => Scripts.All, _ => { });
    private readonly Response _response = new();
    private byte[] _body = null!;

    /// <summary>The number of the user's lines in the request.</summary>
    [Params(1, 1_000)]
    public int Turns { get; set; }

    /// <summary>Makes the body, and warms up with short and long conversations, since the JIT compiler optimizes for what it has seen.</summary>
    [GlobalSetup]
    public void MakeBody()
    {
        byte[][] seen = [BodyOf(1), BodyOf(1_000)];
        WarmUp.Run(() => Array.ForEach(seen, Handle), seconds: 3);
        _body = BodyOf(Turns);
    }

    /// <summary>Handles the request.</summary>
    [Benchmark]
    public void Handle() => Handle(_body);

    private static byte[] BodyOf(int turns)
    {
        var messages = string.Join(',', Enumerable.Range(0, turns).Select(turn =>
            $$"""{"role":"user","content":"{{Corpus.Lines[turn % Corpus.Lines.Length]}}"},{"role":"assistant","content":"I see."}"""));
        return System.Text.Encoding.UTF8.GetBytes($$"""{"model":"doctor","messages":[{{messages}}]}""");
    }

    private void Handle(byte[] body)
    {
        if (_service.Begin(new Request("POST", "/v1/chat/completions"), _response))
            _service.Answer(body, _response);
        if (_response.Status != 200) throw new InvalidOperationException();
    }
}

/// <summary>The generator after a change of one rule, with scripts of different sizes.</summary>
public class Build
{
    private string[] _versions = null!;
    private ScriptBuild _build = null!;
    private int _version;

    /// <summary>The number of keywords of the script; 0 is doctor.txt.</summary>
    [Params(0, 1_000)]
    public int Keywords { get; set; }

    /// <summary>Builds once.</summary>
    [GlobalSetup]
    public void BuildOnce()
    {
        var doctor = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "doctor.txt"));
        _versions = Keywords == 0
            ? [doctor, doctor.Replace("In what way?", "In which way?", StringComparison.Ordinal)]
            : [Corpus.ScriptOf(Keywords), Corpus.ScriptOf(Keywords, "How so?")];
        _build = new ScriptBuild(_versions[0]);
        WarmUp.Run(() => Regenerate());
    }

    /// <summary>Changes one rule and runs the generator.</summary>
    [Benchmark]
    public int Regenerate() => _build.Regenerate(_versions[++_version % 2]);
}
