using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

/// <summary>The scripts that exist have no wrong findings, which cost more than missing ones.</summary>
public sealed class ShippedScriptsTests
{
    public static TheoryData<string> Scripts => [.. Files("scripts").Concat(Files("samples"))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_is_to_be_said_about_a_script_that_ships(string path) =>
        Script.Findings(File.ReadAllText(Path.Combine(Repository.Root, path))).ShouldBeEmpty();

    /// <summary>Scripts of other authors, which are not in the repository. Somebody has checked that each finding is right.</summary>
    [SharedFact]
    public void What_is_said_about_the_scripts_of_others_is_what_their_authors_would_want_to_know()
    {
        string[] looked =
        [
            // A 'pre:' line makes two words of i'm, so this 'post:' line has never had an effect.
            "doctor-line-format-sample.txt(30,7,3) ELIZA0071",
        ];
        Directory.GetFiles(Repository.SharedFile("scripts"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(path => Script.Findings(File.ReadAllText(path)).Select(found => Path.GetFileName(path) + found.Split(':')[0]))
            .ShouldBe(looked);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.Split('/', '\\').Any(part => part is "bin" or "obj" or "artifacts"));
}
