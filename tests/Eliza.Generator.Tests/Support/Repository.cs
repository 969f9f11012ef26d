namespace Eliza.Generator.Tests.Support;

/// <summary>Files of the working copy.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Script(string name) => File.ReadAllText(Path.Combine(Root, "scripts", name + ".txt"));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Eliza.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside a working copy.");
    }
}
