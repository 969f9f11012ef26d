using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

/// <summary>A finding that its author would call wrong costs more than one that is missing.</summary>
public sealed class ShippedScriptsTests
{
    public static TheoryData<string> Scripts => [.. Files("scripts").Concat(Files("samples"))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_is_to_be_said_about_a_script_that_ships(string path) =>
        Script.Findings(File.ReadAllText(Path.Combine(Repository.Root, path))).ShouldBeEmpty();

    /// <summary>The scripts of others, which are not in the repository; where they are, each finding was looked at.</summary>
    [SharedFact]
    public void What_is_said_about_the_scripts_of_others_is_what_their_authors_would_want_to_know()
    {
        string[] looked =
        [
            // 'pre:' makes two words of i'm, so this 'post:' line has never done anything.
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
