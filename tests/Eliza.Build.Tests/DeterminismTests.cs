using System.Security.Cryptography;
using Eliza.Build.Tests.Support;
using Eliza.Testing;

namespace Eliza.Build.Tests;

/// <summary>The same sources give the same bytes in any folder. tests/deploy checks this for the zip file.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Two_folders_give_the_same_generated_code_and_the_same_assemblies()
    {
        var here = Build("here");
        var there = Build(Path.Combine("some", "where else"));

        here.Keys.ShouldContain(name => name.EndsWith("Scripts.Doctor.g.cs", StringComparison.Ordinal));
        here.Keys.ShouldContain(name => name.EndsWith("bootstrap.dll", StringComparison.Ordinal));
        there.ShouldBe(here);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Builds the function in a new folder, and returns the digests of the generated and compiled files.</summary>
    private SortedDictionary<string, string> Build(string name)
    {
        var root = _folder[name];
        WorkingCopy.CopySources(root);
        Dotnet.Run(root, "build src/Eliza.Function -c Release -nologo -tl:off -p:EmitCompilerGeneratedFiles=true -p:RunAnalyzers=false").ShouldSucceed();
        return new(Directory.EnumerateFiles(Path.Combine(root, "artifacts"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".g.cs", StringComparison.Ordinal) || Path.GetExtension(file) == ".dll")
            .ToDictionary(file => Path.GetRelativePath(root, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
    }
}
