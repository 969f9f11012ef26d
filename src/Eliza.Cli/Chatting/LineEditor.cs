using System.Globalization;

namespace Eliza.Cli.Chatting;

/// <summary>
/// Edits a line on a terminal, with a history. It takes keys and returns what to write to the terminal. It uses one line of the screen,
/// shows as much of the text as fits, and writes only text, <c>\r</c> and <c>\b</c>, which every terminal understands.
/// </summary>
internal sealed class LineEditor(Func<int> width)
{
    public const string Prompt = "> ";

    private const int LeastWidth = 20;
    private const int UsualWidth = 80;

    private readonly List<string> _history = [];
    private string _text = "";
    private int _cursor;
    private int _shown;
    private int _recalled;
    private string _draft = "";

    /// <summary>Whether the line is not finished yet.</summary>
    public bool IsReading { get; private set; }

    /// <summary>The finished line, or null if the user ended the input.</summary>
    public string? Line { get; private set; }

    /// <summary>Starts a line.</summary>
    public string Begin()
    {
        (_text, _cursor, _draft, _recalled, _shown, Line) = ("", 0, "", _history.Count, 0, null);
        IsReading = true;
        return Redraw();
    }

    /// <summary>Handles a key.</summary>
    public string Take(ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.Enter }:
                return Finish(_text);
            case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _text.Length == 0:
                return Finish(null);
            case { Key: ConsoleKey.Z, Modifiers: ConsoleModifiers.Control } when OperatingSystem.IsWindows():
                return Finish(null);
            case { Key: ConsoleKey.UpArrow }:
                Recall(_recalled - 1);
                break;
            case { Key: ConsoleKey.DownArrow }:
                Recall(_recalled + 1);
                break;
            case { Key: ConsoleKey.LeftArrow, Modifiers: ConsoleModifiers.Control }:
                _cursor = WordStart();
                break;
            case { Key: ConsoleKey.RightArrow, Modifiers: ConsoleModifiers.Control }:
                _cursor = WordEnd();
                break;
            case { Key: ConsoleKey.LeftArrow }:
                _cursor = Before();
                break;
            case { Key: ConsoleKey.RightArrow }:
                _cursor = Behind();
                break;
            case { Key: ConsoleKey.Home } or { Key: ConsoleKey.A, Modifiers: ConsoleModifiers.Control }:
                _cursor = 0;
                break;
            case { Key: ConsoleKey.End } or { Key: ConsoleKey.E, Modifiers: ConsoleModifiers.Control }:
                _cursor = _text.Length;
                break;
            case { Key: ConsoleKey.Backspace, Modifiers: ConsoleModifiers.Control } or { Key: ConsoleKey.W, Modifiers: ConsoleModifiers.Control }:
                Remove(WordStart(), _cursor);
                break;
            case { Key: ConsoleKey.Backspace }:
                Remove(Before(), _cursor);
                break;
            case { Key: ConsoleKey.Delete } or { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }:
                Remove(_cursor, Behind());
                break;
            case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control } or { Key: ConsoleKey.Escape }:
                Remove(0, _cursor);
                break;
            case { Key: ConsoleKey.K, Modifiers: ConsoleModifiers.Control }:
                Remove(_cursor, _text.Length);
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
        return Redraw();
    }

    /// <summary>Removes the line from the screen. <see cref="Redraw"/> brings it back.</summary>
    public string Erase()
    {
        var blanks = _shown;
        _shown = 0;
        return $"\r{new string(' ', blanks)}\r";
    }

    /// <summary>Shows the line again, if one is being read.</summary>
    public string Redraw()
    {
        if (!IsReading)
            return "";
        var room = Math.Max(width() is > 0 and var columns ? columns : UsualWidth, LeastWidth) - Prompt.Length - 1;
        var from = 0;
        while (TerminalText.Columns(_text[from.._cursor]) > room)
            from = Next(from);
        var to = _cursor;
        while (to < _text.Length && TerminalText.Columns(_text[from..Next(to)]) <= room)
            to = Next(to);
        var line = Prompt + _text[from..to];
        var columnsShown = TerminalText.Columns(line);
        var blanks = Math.Max(0, _shown - columnsShown);
        _shown = columnsShown;
        return $"\r{line}{new string(' ', blanks)}{new string('\b', blanks + TerminalText.Columns(_text[_cursor..to]))}";
    }

    private string Finish(string? line)
    {
        _cursor = _text.Length;
        var last = Redraw();
        IsReading = false;
        Line = line;
        if (!string.IsNullOrWhiteSpace(line) && _history.LastOrDefault() != line)
            _history.Add(line);
        return last + (line is null ? "" : Environment.NewLine);
    }

    private void Recall(int number)
    {
        if (number < 0 || number > _history.Count)
            return;
        if (_recalled == _history.Count)
            _draft = _text;
        _recalled = number;
        _text = number == _history.Count ? _draft : _history[number];
        _cursor = _text.Length;
    }

    private void Insert(char character)
    {
        if (char.IsControl(character))
            return;
        _text = _text.Insert(_cursor, character.ToString());
        _cursor++;
    }

    private void Remove(int from, int to)
    {
        _text = _text.Remove(from, to - from);
        _cursor = from;
    }

    private int Next(int position) => position + StringInfo.GetNextTextElementLength(_text, position);

    private int Behind() => _cursor == _text.Length ? _cursor : Next(_cursor);

    private int Before()
    {
        var position = 0;
        while (position < _cursor && Next(position) < _cursor)
            position = Next(position);
        return position;
    }

    private int WordStart()
    {
        var position = _cursor;
        while (position > 0 && _text[position - 1] == ' ')
            position--;
        while (position > 0 && _text[position - 1] != ' ')
            position--;
        return position;
    }

    private int WordEnd()
    {
        var position = _cursor;
        while (position < _text.Length && _text[position] == ' ')
            position++;
        while (position < _text.Length && _text[position] != ' ')
            position++;
        return position;
    }
}
