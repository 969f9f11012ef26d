namespace Eliza.Testing;

/// <summary>A folder that is deleted when its test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("eliza-").FullName;

    /// <summary>The path of a file or folder in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
