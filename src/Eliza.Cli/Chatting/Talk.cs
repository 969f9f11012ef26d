using Eliza.Cli.Tracing;
using Eliza.Compiler;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Chatting;

/// <summary>A conversation that outlives its script: when that is saved, the new one hears what was said so far and goes on.</summary>
internal sealed class Talk
{
    private readonly Func<LoadedScript?> _newest;
    private readonly List<Exchange> _exchanges = [];
    private LoadedScript _file;
    private Conversation _conversation;

    /// <summary>Begins to talk.</summary>
    /// <param name="file">A script that works.</param>
    /// <param name="newest">Gives what that file has become, or null if it is gone.</param>
    public Talk(LoadedScript file, Func<LoadedScript?> newest)
    {
        (_file, _newest) = (file, newest);
        _conversation = file.Script!.Start();
    }

    /// <summary>What is said before the first line; may be empty.</summary>
    public string Greeting => _conversation.Greeting;

    /// <summary>What is said when the user leaves; may be empty.</summary>
    public string Farewell => _conversation.Farewell;

    /// <summary>Whether the user has said one of the script's last words.</summary>
    public bool IsOver => _conversation.IsOver;

    private ScriptMap Map => _file.Map!;

    /// <summary>The script's reply to a line.</summary>
    public string Reply(string line)
    {
        Renew();
        var reply = _conversation.Reply(line);
        _exchanges.Add(new(line, reply));
        return reply;
    }

    /// <summary>The script's reply to a line, and how it came about.</summary>
    public ReplyTrace Explain(string line)
    {
        Renew();
        var trace = ReplyTrace.Of(_conversation, line, Map);
        _exchanges.Add(new(line, trace.Reply));
        return trace;
    }

    /// <summary>How the last reply comes about, by the script as it is now; null if nothing was said.</summary>
    public ReplyTrace? ExplainLast()
    {
        if (_exchanges is not [.., var last])
            return null;
        Undo();
        return Explain(last.Line);
    }

    /// <summary>Takes the last line back; false if nothing was said.</summary>
    public bool Undo()
    {
        if (_exchanges.Count == 0)
            return false;
        _exchanges.RemoveAt(_exchanges.Count - 1);
        Rebuild();
        return true;
    }

    /// <summary>Forgets all that was said.</summary>
    public void Begin()
    {
        _exchanges.Clear();
        Rebuild();
    }

    /// <summary>Says all lines again, to the script as it is now.</summary>
    /// <returns>Each line with its reply, and the reply that it had before.</returns>
    public IReadOnlyList<(string Line, string Reply, string Before)> Replay()
    {
        var before = _exchanges.ToList();
        Begin();
        return [.. before.Select(exchange => (exchange.Line, Reply(exchange.Line), exchange.Reply))];
    }

    private void Renew()
    {
        if (_newest() is { Script: { } script } && script != _file.Script)
            Rebuild();
    }

    private void Rebuild()
    {
        if (_newest() is { Script: not null } newest)
            _file = newest;
        _conversation = _file.Script!.Start();
        foreach (var exchange in _exchanges)
            _conversation.Advance(exchange.Line);
    }

    private sealed record Exchange(string Line, string Reply);
}
