namespace Eliza.Testing;

/// <summary>Files of the working copy, and of the folder beside it with recordings of the program of 1966.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder <c>../shared</c>, or null.</summary>
    public static string? Shared { get; } =
        Path.Combine(Root, "..", "shared") is var path && Directory.Exists(path) ? Path.GetFullPath(path) : null;

    public static string Script(string name) => File.ReadAllText(Path.Combine(Root, "scripts", name + ".txt"));

    public static string SharedFile(string path) => Path.Combine(Shared!, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Eliza.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside a working copy.");
    }
}
