namespace Eliza.Local;

/// <summary>What the process is to do.</summary>
internal enum CommandKind
{
    Serve,
    Chat,
    Coverage,
}

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
          --trace                                                tell under each reply how it came about

        dotnet run --project src/Eliza.Local -- coverage FILE…   play transcripts and tell which rules they never use
          --model NAME                                           with another script than doctor
        """;

    public CommandKind Kind { get; private init; }

    public string Urls { get; private init; } = DefaultUrls;

    public string? Model { get; private init; }

    public bool IsPlain { get; private init; }

    public bool Traces { get; private init; }

    /// <summary>The files of the transcripts to play.</summary>
    public IReadOnlyList<string> Transcripts { get; private init; } = [];

    public bool WantsHelp { get; private init; }

    /// <summary>What is wrong with the command line, in one line; null if nothing is.</summary>
    public string? Fault { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var kind = args switch
        {
            ["chat", ..] => CommandKind.Chat,
            ["coverage", ..] => CommandKind.Coverage,
            _ => CommandKind.Serve,
        };
        var (serves, chats) = (kind == CommandKind.Serve, kind == CommandKind.Chat);
        var command = new CommandLine { Kind = kind };
        for (var i = serves ? 0 : 1; i < args.Count; i++)
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
                case "--trace" when chats && value is null:
                    command = command with { Traces = true };
                    break;
                case "--urls" when serves && Value() is { } urls:
                    command = command with { Urls = urls };
                    break;
                case "--model" when !serves && Value() is { } model:
                    command = command with { Model = model };
                    break;
                case "--urls" when serves:
                case "--model" when !serves:
                    return new CommandLine { Fault = $"{option} needs a value. --help shows the options." };
                case not ['-', ..] when kind == CommandKind.Coverage:
                    command = command with { Transcripts = [.. command.Transcripts, args[i]] };
                    break;
                default:
                    return new CommandLine { Fault = $"'{args[i]}' is no option{(serves ? "" : $" of {args[0]}")}. --help shows the options." };
            }

            string? Value() => value ?? (i + 1 < args.Count ? args[++i] : null);
        }
        if (command is { IsPlain: true, Traces: true })
            return new CommandLine { Fault = "--plain gives nothing but the replies: it goes without --trace." };
        if (command is { Kind: CommandKind.Coverage, Transcripts: [], WantsHelp: false })
            return new CommandLine { Fault = "coverage needs the file of a transcript. --help shows the options." };
        return command;
    }
}
