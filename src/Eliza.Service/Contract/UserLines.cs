using System.Buffers;
using System.Text.Json;

namespace Eliza.Service.Contract;

/// <summary>The lines that ELIZA hears. Each message of the user is one, with the system messages before it at its start.</summary>
/// <remarks>All lines are in one buffer, so that a long conversation does not make thousands of strings.</remarks>
internal sealed class UserLines(bool hearsSystemMessages) : IDisposable
{
    private readonly List<int> _ends = [];
    private char[] _text = ArrayPool<char>.Shared.Rent(256);
    private int _line; // the start of the current line
    private int _message; // the start of the current message in that line
    private int _end;

    /// <summary>The number of lines.</summary>
    public int Count => _ends.Count;

    /// <summary>A line. The oldest is the first.</summary>
    public ReadOnlySpan<char> this[int index] => _text.AsSpan((index == 0 ? 0 : _ends[index - 1]).._ends[index]);

    /// <summary>The number of words in all lines.</summary>
    public int WordCount { get; private set; }

    /// <summary>Adds text to the current message.</summary>
    /// <param name="reader">Is at a string.</param>
    public void Append(in Utf8JsonReader reader)
    {
        Reserve(reader.ValueSpan.Length);
        _end += reader.CopyString(_text.AsSpan(_end));
    }

    /// <summary>Adds text to the current message.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_end));
        _end += text.Length;
    }

    /// <summary>Ends a system message. It becomes the start of the next user's line; if none follows, it is dropped.</summary>
    /// <returns>False if the line becomes too long.</returns>
    public bool TryEndSystem()
    {
        if (!hearsSystemMessages)
            _end = _message;
        if (_end == _message)
            return true;
        if (_end - _line >= Limits.LineCharacters)
            return false;
        Append(" ");
        _message = _end;
        return true;
    }

    /// <summary>Ends a user message and its line.</summary>
    /// <returns>False if the line is too long.</returns>
    public bool TryEndUser()
    {
        var line = _text.AsSpan(_line.._end);
        if (line.Length > Limits.LineCharacters)
            return false;
        var words = Words.Count(line);
        if (words > Limits.LineWords)
            return false;
        WordCount += words;
        _ends.Add(_end);
        _line = _message = _end;
        return true;
    }

    /// <summary>Returns the buffer for the next request.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }

    private void Reserve(int length)
    {
        if (_text.Length - _end >= length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, _end + length));
        _text.AsSpan(0, _end).CopyTo(larger);
        Dispose();
        _text = larger;
    }
}
