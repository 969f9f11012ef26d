using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Faults;

/// <summary>The server works even if the log cannot be written.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class LogTests
{
    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    [InlineData("| true")]
    public async Task The_server_starts_and_answers_without_standard_output(string redirection)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var command = $"DOTNET_EnableDiagnostics=0 dotnet '{Path.Combine(AppContext.BaseDirectory, "eliza.dll")}' --urls {url.OriginalString} {redirection}";
        using var shell = Process.Start("sh", ["-c", command]);
        try
        {
            using var http = new HttpClient { BaseAddress = url };
            await IsThereAsync(http);
            for (var i = 0; i < 3; i++)
                (await RawClient.AskAsync(url, RawClient.Chat("hello"))).Status.ShouldBe(200);
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }

    private static async Task IsThereAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        while (true)
        {
            try
            {
                using var response = await http.GetAsync("/health", patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
