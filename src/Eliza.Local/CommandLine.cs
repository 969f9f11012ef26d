namespace Eliza.Local;

/// <summary>What the user asks for on the command line.</summary>
internal sealed record CommandLine
{
    private const string DefaultUrls = "http://127.0.0.1:8080";

    public const string Help =
        """
        dotnet run --project src/Eliza.Local                     serve on http://127.0.0.1:8080
          --urls URL[;URL]                                       serve there instead

        dotnet run --project src/Eliza.Local -- chat             talk in the terminal
          --model NAME                                           with another script than doctor
          --plain                                                one reply line for each line of standard input
        """;

    public bool Chats { get; private init; }

    public string Urls { get; private init; } = DefaultUrls;

    public string? Model { get; private init; }

    public bool IsPlain { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>What is wrong with the command line, in one line; null if nothing is.</summary>
    public string? Fault { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var chats = args is ["chat", ..];
        var command = new CommandLine { Chats = chats };
        for (var i = chats ? 1 : 0; i < args.Count; i++)
        {
            var (option, value) = args[i].Split('=', 2) is [var name, var text] ? (name, text) : (args[i], null);
            switch (option)
            {
                case "--help" or "-h":
                    command = command with { WantsHelp = true };
                    break;
                case "--plain" when chats && value is null:
                    command = command with { IsPlain = true };
                    break;
                case "--urls" when !chats && Value() is { } urls:
                    command = command with { Urls = urls };
                    break;
                case "--model" when chats && Value() is { } model:
                    command = command with { Model = model };
                    break;
                case "--urls" when !chats:
                case "--model" when chats:
                    return new CommandLine { Fault = $"{option} needs a value. --help shows the options." };
                default:
                    return new CommandLine { Fault = $"'{args[i]}' is no option{(chats ? " of chat" : "")}. --help shows the options." };
            }

            string? Value() => value ?? (i + 1 < args.Count ? args[++i] : null);
        }
        return command;
    }
}
