namespace Eliza.Testing;

/// <summary>A folder that is gone with the test that uses it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("eliza-").FullName;

    /// <summary>The path of something in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
