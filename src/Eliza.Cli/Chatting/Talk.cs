using Eliza.Cli.Tracing;
using Eliza.Compiler;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Chatting;

/// <summary>A conversation that continues when its script is saved: the lines so far are said again to the new version.</summary>
internal sealed class Talk
{
    private readonly Func<LoadedScript?> _newest;
    private readonly List<Exchange> _exchanges = [];
    private LoadedScript _file;
    private Conversation _conversation;

    /// <summary>Starts a conversation.</summary>
    /// <param name="file">A script that compiled.</param>
    /// <param name="newest">Gives the newest version of the file, or null if it was removed.</param>
    public Talk(LoadedScript file, Func<LoadedScript?> newest)
    {
        (_file, _newest) = (file, newest);
        _conversation = file.Script!.Start();
    }

    /// <summary>The script's words before the first line; may be empty.</summary>
    public string Greeting => _conversation.Greeting;

    /// <summary>The script's words when the user leaves; may be empty.</summary>
    public string Farewell => _conversation.Farewell;

    /// <summary>Whether the user has said a word that ends the conversation.</summary>
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

    /// <summary>The script's reply to a line, with the rules that made it.</summary>
    public ReplyTrace Explain(string line)
    {
        Renew();
        var trace = ReplyTrace.Of(_conversation, line, Map);
        _exchanges.Add(new(line, trace.Reply));
        return trace;
    }

    /// <summary>How the newest version of the script makes the last reply; null if the user has said nothing.</summary>
    public ReplyTrace? ExplainLast()
    {
        if (_exchanges is not [.., var last])
            return null;
        Undo();
        return Explain(last.Line);
    }

    /// <summary>Removes the last line from the conversation; false if there is none.</summary>
    public bool Undo()
    {
        if (_exchanges.Count == 0)
            return false;
        _exchanges.RemoveAt(_exchanges.Count - 1);
        Rebuild();
        return true;
    }

    /// <summary>Starts again without any lines.</summary>
    public void Begin()
    {
        _exchanges.Clear();
        Rebuild();
    }

    /// <summary>Says all lines again, to the newest version of the script.</summary>
    /// <returns>Each line with its new reply and its old one.</returns>
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
