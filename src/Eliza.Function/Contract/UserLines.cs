namespace Eliza.Function.Contract;

/// <summary>The lines that ELIZA hears: one for each message of the user, with the system messages before it in front.</summary>
internal sealed class UserLines(bool hearsSystemMessages)
{
    private readonly List<string> _lines = [];
    private readonly List<string> _system = [];
    private int _systemLength;

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The words of all lines together.</summary>
    public int WordCount { get; private set; }

    /// <summary>Keeps a system message for the user message that follows; without one it is never heard.</summary>
    /// <returns>False if the line becomes too long.</returns>
    public bool TryAddSystem(string text)
    {
        if (!hearsSystemMessages || text.Length == 0)
            return true;
        if (_systemLength + text.Length >= Limits.LineCharacters)
            return false;
        _system.Add(text);
        _systemLength += text.Length + 1;
        return true;
    }

    /// <summary>Adds a user message.</summary>
    /// <returns>False if the line is too long.</returns>
    public bool TryAddUser(string text)
    {
        if (_systemLength + text.Length > Limits.LineCharacters)
            return false;
        var line = _system.Count == 0 ? text : string.Join(' ', [.. _system, text]);
        _system.Clear();
        _systemLength = 0;
        var words = Words.Count(line);
        if (words > Limits.LineWords)
            return false;
        WordCount += words;
        _lines.Add(line);
        return true;
    }
}
