using System.CommandLine;
using Eliza.AspNetCore;
using Eliza.Cli.Page;
using Eliza.Compiler;
using Eliza.Service;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Eliza.Cli.Serving;

/// <summary>Serves until the process is stopped.</summary>
internal static class ServeCommand
{
    public const string DefaultUrls = "http://127.0.0.1:8080";

    public static Command Create() => AddTo(new Command("serve", "Serve OpenAI's API, and a page that explains each reply. This is the default command."));

    /// <summary>Makes serving the default command.</summary>
    public static RootCommand MakeDefault(RootCommand root) => AddTo(root);

    private static TCommand AddTo<TCommand>(TCommand command)
        where TCommand : Command
    {
        var urls = new Option<string>("--urls") { Description = "The addresses to listen on, separated by semicolons; port 0 takes a free port.", HelpName = "URL", DefaultValueFactory = _ => DefaultUrls };
        var h2cPort = new Option<ushort?>("--h2c-port") { Description = "A second port for HTTP/2 without TLS, which AWS's JavaScript client speaks; only for this machine. 0 takes a free port.", HelpName = "PORT" };
        var allowedHosts = new Option<string[]>("--allowed-hosts") { Description = "A further host name of this server; may be given several times.", HelpName = "NAME" };
        var readOnly = new Option<bool>("--read-only") { Description = "Do not let the page change scripts." };
        var scripts = CommandLine.ScriptsOption();
        command.Options.Add(urls);
        command.Options.Add(h2cPort);
        command.Options.Add(allowedHosts);
        command.Options.Add(readOnly);
        command.Options.Add(scripts);
        command.SetAction(given => RunAsync(given.GetValue(scripts), given.GetValue(urls)!, given.GetValue(h2cPort), given.GetValue(allowedHosts) ?? [], given.GetValue(readOnly)));
        return command;
    }

    private static async Task<int> RunAsync(string[]? given, string urls, ushort? h2cPort, string[] allowedHosts, bool isReadOnly)
    {
        if (Models.Find(given) is not { } paths)
            return given is { Length: > 0 } ? ExitCodes.WrongUse : ExitCodes.Failure;
        using var scripts = new LiveScripts(paths, watches: true);
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var service = new ElizaService(settings, () => scripts.Current.Scripts, ConsoleLog.Open());
        var page = new PageRoutes(service, new TraceRoute(service, settings, scripts), new ScriptRoute(service, scripts, paths, isReadOnly));
        await using var server = CreateServer(urls.Split(';', StringSplitOptions.RemoveEmptyEntries), HttpProtocols.Http1AndHttp2);
        await using var h2cServer = h2cPort is { } port ? CreateServer([$"http://127.0.0.1:{port}"], HttpProtocols.Http2) : null;
        try
        {
            await server.StartAsync();
            await (h2cServer?.StartAsync() ?? Task.CompletedTask);
        }
        catch (FormatException e)
        {
            return Refuse(e.Message, ExitCodes.WrongUse);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            return Refuse(e.Message, ExitCodes.Failure);
        }
        Greet(server.Urls, h2cServer?.Urls.Single(), settings);
        await scripts.Loaded;
        foreach (var file in scripts.Current.Files)
            Models.Report(file);
        if (scripts.Current.Scripts.Count == 0)
            return Refuse("no script works.", ExitCodes.Failure);
        scripts.Changed += Tell;
        await Task.WhenAll(server.WaitForShutdownAsync(), h2cServer?.WaitForShutdownAsync() ?? Task.CompletedTask);
        return ExitCodes.Success;

        WebApplication CreateServer(string[] urls, HttpProtocols protocols) =>
            LocalServer.Create(new HostRule(service, allowedHosts), new RequestBridge(service, () => scripts.Loaded), page, urls, protocols);
    }

    private static void Greet(ICollection<string> urls, string? h2cUrl, Settings settings)
    {
        try
        {
            Console.WriteLine(Welcome.Text(urls, settings.RequireApiKey, h2cUrl));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Standard output is full or closed. The server is still useful without the greeting.
        }
    }

    private static void Tell(ScriptChange change)
    {
        Console.Error.WriteLine(News.Of(change));
        if (!change.IsGone)
            Models.Report(change.File);
    }

    private static int Refuse(string reason, int exitCode)
    {
        Console.Error.WriteLine($"Cannot serve: {reason}");
        return exitCode;
    }
}
