using System.Text.RegularExpressions;
using Eliza.Build.Tests.Support;
using Eliza.Testing;

namespace Eliza.Build.Tests;

/// <summary>The messages to an author who changes scripts: from a build of the function, and from the command <c>eliza</c>.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
[Collection(Builds.Name)]
public sealed partial class ScriptTests(WorkingCopy copy)
{
    [Fact]
    public async Task A_script_that_is_dropped_into_the_folder_is_listed_and_served()
    {
        File.WriteAllText(copy["scripts/parrot.txt"], "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\nkey: gold\n decomp: * gold *\n  reasmb: More gold (2)!\n");

        copy.Chat("parrot", "hello", "I want gold now").ShouldBe(["Pieces of eight!", "More gold now!"]);
        using var server = await Server.StartAsync(copy);
        (await server.ModelsAsync()).ShouldBe(["doctor", "parrot"], ignoreOrder: true);
        (await server.ReplyAsync("parrot", "where is the gold")).ShouldBe("More gold!");
    }

    [Fact]
    public void A_changed_rule_is_said()
    {
        using var change = new Change(copy["scripts/doctor.txt"], doctor => doctor.Replace("Please don't apologize.", "Never mind.", StringComparison.Ordinal));

        copy.Chat("doctor", "Sorry about that").ShouldBe(["Never mind."]);
    }

    [Fact]
    public void A_broken_script_gives_all_its_errors_and_nothing_else_until_it_is_mended()
    {
        Dotnet.Result broken, command;
        using (new Change(copy["scripts/doctor.txt"], doctor => "colour: red\n" + doctor + "key: sorry\n  decomp: *\n    reasmb: goto nowhere\n"))
        {
            broken = copy.Build();
            command = Dotnet.Run(copy.Root, $"{WorkingCopy.HostAssembly} chat");
        }

        var mended = copy.Build();

        var last = File.ReadAllLines(copy["scripts/doctor.txt"]).Length;
        broken.ExitCode.ShouldNotBe(0);
        broken.Messages("warning").ShouldBeEmpty();
        broken.Messages("error").Select(WithoutFolder).ShouldBe(
        [
            "scripts/doctor.txt(1,1): error ELIZA0012",
            $"scripts/doctor.txt({last + 2},6): error ELIZA0004",
            $"scripts/doctor.txt({last + 4},18): error ELIZA0006",
        ]);
        command.ExitCode.ShouldBe(1);
        command.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(broken.Messages("error").Select(message => message.Replace(copy.Root + "/", "", StringComparison.Ordinal)));
        mended.ShouldSucceed().Messages("error").ShouldBeEmpty();
        copy.Chat("doctor", "Sorry about that").ShouldBe(["Please don't apologize."]);
    }

    [Fact]
    public void A_warning_about_a_script_does_not_fail_a_build_that_takes_warnings_for_errors()
    {
        using var change = new Change(copy["scripts/doctor.txt"], doctor => string.Join('\n', doctor.Split('\n').Where(line => !line.StartsWith("initial:", StringComparison.Ordinal))));

        var build = copy.Build().ShouldSucceed();

        build.Messages("warning").ShouldHaveSingleItem().ShouldContain("doctor.txt(1,1): warning ELIZA0048");
    }

    private string WithoutFolder(string message) => Place().Match(message.Replace(copy.Root, "", StringComparison.Ordinal)).Value;

    [GeneratedRegex(@"scripts/.*?: error \w+")]
    private static partial Regex Place();

    /// <summary>A changed file, which gets its old text back when the test ends.</summary>
    private sealed class Change : IDisposable
    {
        private readonly string _path;
        private readonly string _original;

        public Change(string path, Func<string, string> change)
        {
            _path = path;
            _original = File.ReadAllText(path);
            File.WriteAllText(path, change(_original));
        }

        public void Dispose() => File.WriteAllText(_path, _original);
    }
}
