using System.IO.Compression;
using System.Xml.Linq;
using Eliza.Build.Tests.Support;
using Eliza.Testing;

namespace Eliza.Build.Tests;

/// <summary>The package in a foreign project: its feed has only the packed file, and its package folder is empty.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
[Collection(Builds.Name)]
public sealed class PackageTests : IClassFixture<PackageTests.Sample>
{
    private const string NoGreeting = "ELIZA0048";

    private readonly WorkingCopy _copy;

    public PackageTests(WorkingCopy copy, Sample sample)
    {
        _copy = copy;
        sample.Prepare(copy);
    }

    [Fact]
    public void It_holds_the_generator_and_what_the_build_needs_and_demands_the_runtime_of_its_version()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(_copy["artifacts/package"], "Eliza.Generator.*.nupkg").Single());

        package.Entries.Select(entry => entry.FullName).Where(name => name.Contains('/') && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ShouldBe(
            [
                "analyzers/dotnet/cs/Eliza.Generator.dll",
                "build/Eliza.Generator.props",
                "build/Eliza.Generator.targets",
                "lib/net8.0/_._",
            ]);
        using var description = new StreamReader(package.GetEntry("Eliza.Generator.nuspec")!.Open());
        var nuspec = description.ReadToEnd();
        nuspec.ShouldContain("<dependency id=\"Eliza.Runtime\" version=\"[1.0.0]\" />");
        nuspec.ShouldContain("<license type=\"expression\">MIT</license>");
        nuspec.ShouldContain("<readme>README.md</readme>");
    }

    [Theory]
    [InlineData("props")]
    [InlineData("targets")]
    public void It_sets_no_property_of_a_project(string kind)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(_copy["artifacts/package"], "Eliza.Generator.*.nupkg").Single());
        using var build = package.GetEntry($"build/Eliza.Generator.{kind}")!.Open();

        var names = XDocument.Load(build).Descendants().Select(element => element.Name.LocalName).ToList();

        names.ShouldContain("ItemGroup");
        names.ShouldNotContain("PropertyGroup");
    }

    [Fact]
    public void A_project_that_refers_to_it_talks() =>
        Dotnet.Run(_copy.Root, "run --project samples/Parrot --no-build", "Good morning\nHow much gold is there?\nbye\n").ShouldSucceed()
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Ahoy!", "Pieces of eight!", "Gold! is there?", "Fair winds!"]);

    [Fact]
    public void A_script_that_is_included_twice_is_compiled_once()
    {
        var settings = _copy["samples/Parrot/Directory.Build.props"];
        File.WriteAllText(settings, "<Project><ItemGroup><ElizaScript Include=\"*.txt\" /></ItemGroup></Project>");

        var build = Build("", script => script);

        File.Delete(settings);
        build.ShouldSucceed();
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    public void The_language_of_the_machine_does_not_matter(string language)
    {
        string Code(string of, string folder)
        {
            // The target Compile does not make this folder.
            Directory.CreateDirectory(_copy[$"samples/Parrot/obj/{folder}/generated"]);
            Dotnet.Run(_copy.Root, $"msbuild samples/Parrot -t:Compile -nologo -p:IntermediateOutputPath=obj/{folder}/ -p:EmitCompilerGeneratedFiles=true -p:UseSharedCompilation=false", language: of).ShouldSucceed();
            return File.ReadAllText(Directory.GetFiles(_copy[$"samples/Parrot/obj/{folder}"], "Scripts.Parrot.g.cs", SearchOption.AllDirectories).Single());
        }

        Code(language, "there").ShouldBe(Code("C", "here"));
    }

    [Fact]
    public void A_warning_is_a_warning() => Build("").Messages("warning").ShouldHaveSingleItem().ShouldContain($"parrot.txt(1,1): warning {NoGreeting}");

    [Fact]
    public void NoWarn_silences_a_warning()
    {
        var build = Build($"-p:NoWarn={NoGreeting}");

        build.ShouldSucceed().Messages("warning").ShouldBeEmpty();
    }

    [Fact]
    public void WarningsAsErrors_makes_it_an_error()
    {
        var build = Build($"-p:WarningsAsErrors={NoGreeting}");

        build.ExitCode.ShouldNotBe(0);
        build.Messages("error").ShouldHaveSingleItem().ShouldContain($"parrot.txt(1,1): error {NoGreeting}");
    }

    [Fact]
    public void TreatWarningsAsErrors_means_these_warnings_too()
    {
        var build = Build("-p:TreatWarningsAsErrors=true");

        build.ExitCode.ShouldNotBe(0);
        build.Messages("error").ShouldHaveSingleItem().ShouldContain($"parrot.txt(1,1): error {NoGreeting}");
    }

    [Theory]
    [InlineData("error", 1, 0)]
    [InlineData("none", 0, 0)]
    public void A_globalconfig_decides_how_grave_it_is(string severity, int errors, int warnings)
    {
        File.WriteAllText(_copy["samples/Parrot/.globalconfig"], $"is_global = true\ndotnet_diagnostic.{NoGreeting}.severity = {severity}\n");

        var build = Build("");

        File.Delete(_copy["samples/Parrot/.globalconfig"]);
        build.Messages("error").Count.ShouldBe(errors);
        build.Messages("warning").Count.ShouldBe(warnings);
    }

    [Fact]
    public void An_error_cannot_be_silenced()
    {
        var build = Build("-p:NoWarn=ELIZA0012", script => "colour: red\n" + script);

        build.ExitCode.ShouldNotBe(0);
        build.Messages("error").ShouldHaveSingleItem().ShouldContain("parrot.txt(1,1): error ELIZA0012");
    }

    /// <summary>Builds the sample with a script that has no greeting.</summary>
    private Dotnet.Result Build(string options, Func<string, string>? change = null)
    {
        var path = _copy["samples/Parrot/parrot.txt"];
        var script = File.ReadAllText(path);
        var mute = string.Concat(script.Split('\n').Where(line => !line.StartsWith("initial:", StringComparison.Ordinal)).Select(line => line + "\n"));
        File.WriteAllText(path, change is null ? mute : change(script));
        try
        {
            // Compiles into another folder, so that the built program does not change.
            return Dotnet.Run(_copy.Root, $"msbuild samples/Parrot -t:Compile -nologo -tl:off -v:m -p:IntermediateOutputPath=obj/other/ {options}");
        }
        finally
        {
            File.WriteAllText(path, script);
        }
    }

    /// <summary>The sample, restored with the package and built once.</summary>
    public sealed class Sample
    {
        private bool _isReady;

        public void Prepare(WorkingCopy copy)
        {
            if (_isReady) return;
            foreach (var package in (string[])["Eliza.Runtime", "Eliza.Generator"]) Dotnet.Run(copy.Root, $"pack src/{package} -c Debug --no-restore -nologo -tl:off -p:RunAnalyzers=false").ShouldSucceed();
            Dotnet.Run(copy.Root, "build samples/Parrot -nologo -tl:off").ShouldSucceed().Messages("warning").ShouldBeEmpty();
            _isReady = true;
        }
    }
}
