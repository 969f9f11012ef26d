using System.CommandLine;

namespace Eliza.Cli.Writing;

/// <summary>Writes a small script for an author to start with.</summary>
internal static class NewCommand
{
    private const string Folder = "scripts";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name of the script, which is that of the model; NAME.eliza is written as that file." };
        var folder = new Option<string>("--scripts") { Description = "The folder to write to.", HelpName = "FOLDER", DefaultValueFactory = _ => Folder };
        var command = new Command("new", "Write a small script to start with.") { name, folder };
        command.SetAction(given => Run(given.GetValue(name)!, given.GetValue(folder)!));
        return command;
    }

    private static int Run(string given, string folder)
    {
        if (NewScript.Of(given) is not { } script)
            return Refuse($"'{given}' cannot be the name of a script: letters, digits, '-' and '_' can.", ExitCodes.WrongUse);
        var path = script.PathIn(folder);
        try
        {
            script.Write(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            return Refuse($"{path} is there already.", ExitCodes.Failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot write {path}: {e.Message}", ExitCodes.Failure);
        }
        Console.WriteLine($"{path} is written. Talk with it by 'eliza chat --model {script.Name}', and change it meanwhile: what you save is heard at once.");
        return ExitCodes.Success;
    }

    private static int Refuse(string reason, int exitCode)
    {
        Console.Error.WriteLine(reason);
        return exitCode;
    }
}
