using Eliza.Build.Tests.Support;
using Eliza.Testing;

namespace Eliza.Build.Tests;

/// <summary>The command as an author gets it: installed from the packed file with an empty package folder, in a folder without sources.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
[Collection(Builds.Name)]
public sealed class ToolTests(WorkingCopy copy, ToolTests.Installed tool) : IClassFixture<ToolTests.Installed>
{
    [Fact]
    public void It_writes_a_script_checks_it_and_talks()
    {
        tool.Prepare(copy);

        tool.Run("new innkeeper").ShouldSucceed();
        tool.Run("check").ShouldSucceed().Output.ShouldBeEmpty();
        tool.Run("chat --plain", "I saw my mother\n").ShouldSucceed().Output.ShouldBe("Tell me about your mother.\n");
    }

    [Fact]
    public void It_talks_where_there_is_a_runtime_and_no_SDK()
    {
        tool.Prepare(copy);
        using var runtime = new TemporaryFolder();
        foreach (var part in (string[])["dotnet", "host", $"shared/Microsoft.NETCore.App/{Environment.Version}", $"shared/Microsoft.AspNetCore.App/{Environment.Version}"]) Copy(part, runtime);
        File.WriteAllText(tool["parrot.txt"], "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\n");
        var command = Directory.GetFiles(tool["tools"], "eliza.dll", SearchOption.AllDirectories).Single();

        Dotnet.Run(tool.Folder, $"{command} chat --plain --scripts parrot.txt", "hello\n", program: runtime["dotnet"]).ShouldSucceed().Output.ShouldBe("Pieces of eight!\n");
    }

    // Copies and not links, because .NET would follow a link to the folder of the SDK.
    private static void Copy(string part, TemporaryFolder target)
    {
        var source = Path.Combine(Dotnet.Root, part);
        foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = target[Path.GetRelativePath(Dotnet.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>A folder with the installed command.</summary>
    public sealed class Installed : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private bool _isReady;

        internal string Folder => _folder.FullName;

        internal string this[string path] => _folder[path];

        public void Prepare(WorkingCopy copy)
        {
            if (_isReady) return;
            Dotnet.Run(copy.Root, "pack src/Eliza.Cli -c Debug --no-build -nologo -tl:off").ShouldSucceed();
            File.WriteAllText(this["nuget.config"], $"""
                <configuration>
                  <config><add key="globalPackagesFolder" value="packages" /></config>
                  <packageSources><clear /><add key="packed here" value="{copy["artifacts/package"]}" /></packageSources>
                </configuration>
                """);
            Dotnet.Run(Folder, "tool install Eliza --tool-path tools --configfile nuget.config").ShouldSucceed();
            _isReady = true;
        }

        internal Dotnet.Result Run(string arguments, string input = "") =>
            Dotnet.Run(Folder, arguments, input, program: Path.Combine(Folder, "tools", OperatingSystem.IsWindows() ? "eliza.exe" : "eliza"));

        public void Dispose() => _folder.Dispose();
    }
}
