namespace Eliza.Cli.Chatting;

/// <summary>A terminal on which a person types, with a history.</summary>
internal sealed class TypedConsole : IChatConsole
{
    private readonly Lock _turn = new();
    private readonly LineEditor _editor = new(() => Console.WindowWidth);

    public string? ReadLine()
    {
        lock (_turn)
            Console.Out.Write(_editor.Begin());
        while (_editor.IsReading)
        {
            // Outside the lock, because Notify may be called while the user thinks.
            var key = Console.ReadKey(intercept: true);
            lock (_turn)
                Console.Out.Write(_editor.Take(key));
        }
        return _editor.Line;
    }

    public void Show(Action<TextWriter> write)
    {
        lock (_turn)
            write(Console.Out);
    }

    public void Notify(string line)
    {
        lock (_turn)
            Console.Out.Write($"{_editor.Erase()}{line}{Environment.NewLine}{_editor.Redraw()}");
    }
}
