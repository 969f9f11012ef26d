namespace Eliza.Cli.Chatting;

/// <summary>The console of a conversation: a terminal, or other programs.</summary>
internal interface IChatConsole
{
    /// <summary>The next line of the user, or null at the end of the input.</summary>
    string? ReadLine();

    /// <summary>Writes output that the user asked for.</summary>
    void Show(Action<TextWriter> write);

    /// <summary>Writes a line that the user did not ask for. It may be called while the user types, and on any thread.</summary>
    void Notify(string line);
}
