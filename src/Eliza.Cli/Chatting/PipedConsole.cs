namespace Eliza.Cli.Chatting;

/// <summary>A console whose input or output is a file or another program.</summary>
internal sealed class PipedConsole(TextReader input, TextWriter output) : IChatConsole
{
    private readonly Lock _turn = new();

    public string? ReadLine()
    {
        Show(text => text.Write(LineEditor.Prompt));
        return input.ReadLine();
    }

    public void Show(Action<TextWriter> write)
    {
        lock (_turn)
        {
            write(output);
            output.Flush();
        }
    }

    public void Notify(string line) => Show(text =>
    {
        text.WriteLine();
        text.WriteLine(line);
        text.Write(LineEditor.Prompt);
    });
}
