using System.Text.Json;
using Eliza.Build.Tests.Support;
using Eliza.Testing;
using Xunit.Abstractions;

namespace Eliza.Build.Tests;

/// <summary>The packages in projects of others, of several kinds and for several frameworks.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
[Collection(Builds.Name)]
public sealed class ConsumerTests(WorkingCopy copy, Consumers consumers, ITestOutputHelper output) : IClassFixture<Consumers>
{
    private readonly Dotnet.Result _build = consumers.Build(copy);

    [Fact]
    public void Their_builds_give_their_own_warnings_and_no_others() =>
        _build.ShouldSucceed().Messages("warning").Select(message => string.Join(": ", message.Split(": ")[..2])).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["Aviary.cs(1,10): warning CS1030", "parrot.txt(1,1): warning ELIZA0048"]);

    [Fact]
    public void A_library_and_an_application_of_one_namespace_have_scripts_side_by_side() =>
        Lines("Application", "net10.0").ShouldBe(["Pieces of eight!", "Nevermore.", "1"]);

    [Fact]
    public void An_application_for_net8_talks()
    {
        var lines = Lines("Older", "net8.0");

        output.WriteLine($"It ran on .NET {lines[0]}{(lines[0] == "8" ? "" : ", since there is no .NET 8 on this machine")}.");
        lines[1..].ShouldBe([".NETCoreApp,Version=v8.0", "Pieces of eight!"]);
    }

    [Fact]
    public void A_project_in_F_sharp_talks_with_the_script_of_a_library_in_C_sharp() =>
        Lines("Functional", "net10.0").ShouldBe(["Pieces of eight!"]);

    [Fact]
    public void An_application_of_ASP_NET_Core_serves_its_scripts() =>
        JsonDocument.Parse(Lines("Web", "net10.0").ShouldHaveSingleItem()).RootElement
            .GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString().ShouldBe("Pieces of eight!");

    [Fact]
    public void A_project_that_refers_to_one_with_scripts_has_nothing_of_the_generator_in_its_build()
    {
        ImportsOf("Library/obj/Library.csproj").ShouldContain("eliza.generator", Case.Insensitive);
        ImportsOf("Functional/obj/Functional.fsproj").ShouldNotContain("eliza.generator", Case.Insensitive);
        File.ReadAllText(consumers["Functional/obj/project.assets.json"]).ShouldContain("lib/net10.0/Eliza.Runtime.dll");
    }

    [Fact]
    public void A_project_that_leaves_the_runtime_out_reads_one_error() =>
        consumers.BuildWithoutRuntime().Messages("error").ShouldHaveSingleItem().ShouldContain("error ELIZA0078: ");

    [Fact]
    public void A_finding_in_the_log_of_a_build_has_the_address_of_its_page() =>
        File.ReadAllText(consumers["Older/findings.sarif"]).ShouldContain($"\"helpUri\": \"{Consumers.Repository}/blob/v1.0.0/docs/diagnostics/ELIZA0048.md\"");

    private string[] Lines(string project, string framework) => consumers.Run(project, framework).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string ImportsOf(string project) => File.ReadAllText(consumers[project + ".nuget.g.props"]) + File.ReadAllText(consumers[project + ".nuget.g.targets"]);
}
