using Eliza.Testing;

namespace Eliza.Build.Tests.Support;

/// <summary>A copy of the sources in a temporary folder, built once. Tests change its scripts.</summary>
public sealed class WorkingCopy : IDisposable
{
    private static readonly string[] Folders = ["src", "scripts", "samples"];
    private static readonly string[] Files = ["global.json", ".editorconfig", "Directory.*", "CHANGELOG.md"];

    private readonly TemporaryFolder _folder = new();

    public WorkingCopy()
    {
        try
        {
            CopySources(Root);
            Dotnet.Run(Root, "build src/Eliza.Cli -nologo -tl:off -p:RunAnalyzers=false").ShouldSucceed();
            Dotnet.Run(Root, "restore src/Eliza.Function").ShouldSucceed();
            Build().ShouldSucceed();
        }
        catch
        {
            Dispose(); // no caller gets the object, so it is disposed here
            throw;
        }
    }

    public string Root => _folder.FullName;

    /// <summary>The path of a file in the copy.</summary>
    public string this[string path] => _folder[path];

    /// <summary>Builds the function with the current scripts. There are no analyzers, because they ran when the tests were built.</summary>
    internal Dotnet.Result Build() => Dotnet.Run(Root, "build src/Eliza.Function --no-restore -nologo -tl:off -p:RunAnalyzers=false");

    /// <summary>Says lines to the current version of a script, and returns its replies.</summary>
    internal IReadOnlyList<string> Chat(string model, params string[] lines) =>
        Dotnet.Run(Root, $"{HostAssembly} chat --plain --model {model}", string.Join('\n', lines) + "\n").ShouldSucceed()
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal static string HostAssembly => "artifacts/bin/Eliza.Cli/debug/eliza.dll";

    public void Dispose() => _folder.Dispose();

    /// <summary>Copies the sources that a build needs.</summary>
    internal static void CopySources(string target)
    {
        var source = Repository.Root;
        foreach (var file in Files.SelectMany(pattern => Directory.GetFiles(source, pattern))) Copy(file);
        foreach (var file in Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(source, folder), "*", SearchOption.AllDirectories))) Copy(file);

        void Copy(string file)
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>Tests that build. They run one after the other in one working copy.</summary>
[CollectionDefinition(Name)]
public sealed class Builds : ICollectionFixture<WorkingCopy>
{
    public const string Name = "Builds";
}
