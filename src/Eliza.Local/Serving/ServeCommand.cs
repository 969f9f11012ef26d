using Eliza.Function;
using Eliza.Local.Page;
using Eliza.Runtime;
using Microsoft.AspNetCore.Connections;

namespace Eliza.Local.Serving;

/// <summary>Serves until it is stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<Script> scripts, string urls)
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var handler = new Handler(settings, scripts, TimeProvider.System, NewId, ConsoleLog.Open());
        await using var server = LocalServer.Create(handler, new PageRoutes(settings, scripts), urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        try
        {
            await server.StartAsync();
        }
        catch (FormatException e)
        {
            return Refuse(e.Message, ExitCodes.WrongUse);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            return Refuse(e.Message, ExitCodes.Failure);
        }
        Greet(server.Urls, settings);
        await server.WaitForShutdownAsync();
        return ExitCodes.Success;
    }

    private static void Greet(ICollection<string> urls, Settings settings)
    {
        try
        {
            Console.WriteLine(Welcome.Text(urls, settings.RequireApiKey));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Standard output is full or closed: who started it so wants no words, but a server.
        }
    }

    private static int Refuse(string reason, int exitCode)
    {
        Console.Error.WriteLine($"Cannot serve: {reason}");
        return exitCode;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
