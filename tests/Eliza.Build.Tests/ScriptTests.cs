using System.Text.RegularExpressions;
using Eliza.Build.Tests.Support;

namespace Eliza.Build.Tests;

/// <summary>What an author sees who changes scripts and builds.</summary>
[Collection(Builds.Name)]
public sealed partial class ScriptTests(WorkingCopy copy)
{
    [Fact]
    public async Task A_script_that_is_dropped_into_the_folder_is_listed_and_served()
    {
        File.WriteAllText(copy["scripts/parrot.txt"], "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\nkey: gold\n decomp: * gold *\n  reasmb: More gold (2)!\n");

        copy.Build().ShouldSucceed();

        copy.Chat("parrot", "hello", "I want gold now").ShouldBe(["Pieces of eight!", "More gold now!"]);
        using var server = await Server.StartAsync(copy);
        (await server.ModelsAsync()).ShouldBe(["doctor", "parrot"], ignoreOrder: true);
        (await server.ReplyAsync("parrot", "where is the gold")).ShouldBe("More gold!");
    }

    [Fact]
    public void A_changed_rule_is_said()
    {
        using var change = new Change(copy["scripts/doctor.txt"], doctor => doctor.Replace("Please don't apologize.", "Never mind.", StringComparison.Ordinal));

        copy.Build().ShouldSucceed();

        copy.Chat("doctor", "Sorry about that").ShouldBe(["Never mind."]);
    }

    [Fact]
    public void A_broken_script_gives_all_its_errors_and_nothing_else_until_it_is_mended()
    {
        Dotnet.Result broken;
        using (new Change(copy["scripts/doctor.txt"], doctor => "colour: red\n" + doctor + "key: sorry\n  decomp: *\n    reasmb: goto nowhere\n"))
        {
            broken = copy.Build();
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
        mended.ShouldSucceed().Messages("error").ShouldBeEmpty();
        copy.Chat("doctor", "Sorry about that").ShouldBe(["Please don't apologize."]);
    }

    private string WithoutFolder(string message) => Place().Match(message.Replace(copy.Root, "", StringComparison.Ordinal)).Value;

    [GeneratedRegex(@"scripts/.*?: error \w+")]
    private static partial Regex Place();

    /// <summary>A file that is as it was again when the test ends.</summary>
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
