namespace Eliza.Cli.Chatting;

/// <summary>Where a person types and reads.</summary>
internal interface IChatConsole
{
    /// <summary>The next line that the person types, or null if there will be none.</summary>
    string? ReadLine();

    /// <summary>Shows something that was asked for.</summary>
    void Show(Action<TextWriter> write);

    /// <summary>Shows a line that nobody waits for, perhaps while the person types, on any thread.</summary>
    void Notify(string line);
}
