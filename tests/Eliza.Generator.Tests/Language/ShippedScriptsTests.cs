using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

public sealed class ShippedScriptsTests
{
    public static TheoryData<string> Scripts => [.. Directory.GetFiles(Path.Combine(Repository.Root, "scripts"), "*.txt").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_is_to_be_said_about_a_script_that_ships(string name) =>
        Script.Findings(File.ReadAllText(Path.Combine(Repository.Root, "scripts", name))).ShouldBeEmpty();
}
