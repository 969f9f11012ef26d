using Eliza.Generator.Tests.Support;
using Eliza.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>What a project must have for scripts. A project without it gets one finding, and no errors of the C# compiler.</summary>
public sealed class ProjectTests
{
    private const string Consumer =
        """
        static class Consumer
        {
            static string First() { return Garden.Scripts.Parrot.Start().Reply(Garden.Scripts.All[0].Name + Garden.Scripts.Find("parrot").Greeting + Garden.Scripts.MapOf(Garden.Scripts.Raven).File); }
        }
        """;

    public static TheoryData<LanguageVersion> Versions => [.. Enum.GetValues<LanguageVersion>().Where(version => version >= LanguageVersion.CSharp2)];

    [Theory, MemberData(nameof(Versions))]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void A_project_has_scripts_or_one_finding_whatever_its_C_sharp(LanguageVersion version)
    {
        foreach (var nullable in version < LanguageVersion.CSharp8 ? [NullableContextOptions.Disable] : Enum.GetValues<NullableContextOptions>())
        {
            var project = new Project(("parrot", Samples.Parrot), ("raven", Samples.Raven));
            project.AddCSharp(Consumer.Replace(").Greeting", nullable == NullableContextOptions.Disable || version < LanguageVersion.CSharp8 ? ").Greeting" : ")!.Greeting", StringComparison.Ordinal)
                .Replace(").File", nullable == NullableContextOptions.Disable || version < LanguageVersion.CSharp8 ? ").File" : ")!.File", StringComparison.Ordinal));
            project.ChangeLanguage(version, nullable);

            var generation = project.Generate();

            if (version is LanguageVersion.Default or >= LanguageVersion.CSharp12) generation.Diagnostics.ShouldBeEmpty();
            else generation.Diagnostics.ShouldBe([$"error ELIZA0058: Scripts are compiled to C# 12.0, and this project asks for C# {version.ToDisplayString()}. Remove LangVersion from the project file, or set it to 12.0 or later."]);
        }
    }

    [Theory]
    [InlineData("namespace Garden; class Scripts { }", "Garden.Scripts")]
    [InlineData("namespace Garden; partial class Scripts { }", "Garden.Scripts")]
    [InlineData("namespace Garden; public static partial class Scripts { }", "Garden.Scripts")]
    [InlineData("namespace Garden; public struct Scripts { }", "Garden.Scripts")]
    [InlineData("namespace Garden; public enum Scripts { One }", "Garden.Scripts")]
    [InlineData("namespace Garden; public delegate void Scripts();", "Garden.Scripts")]
    [InlineData("namespace Garden.Scripts { class Shed { } }", "Garden.Scripts")]
    [InlineData("namespace Garden; internal static partial class Scripts { public static int All => 1; }", "Garden.Scripts.All")]
    [InlineData("namespace Garden; internal static partial class Scripts { public static void Maps() { } }", "Garden.Scripts.Maps")]
    [InlineData("namespace Garden; internal static partial class Scripts { public class Raven { } }", "Garden.Scripts.Raven")]
    [InlineData("class Eliza { }", "Eliza")]
    [InlineData("static class Eliza { public static int Answer => 42; }", "Eliza")]
    [InlineData("class Garden { }", "Garden")]
    [InlineData("namespace Eliza.Generated { class ParrotRules { } }", "Eliza.Generated")]
    [InlineData("namespace Eliza.Generated { class Turn { } }", "Eliza.Generated")]
    public void A_name_that_the_project_has_already_is_told_and_nothing_is_generated(string code, string name)
    {
        var project = new Project(("parrot", Samples.Parrot), ("raven", Samples.Raven));
        project.AddCSharp("#pragma warning disable CS1591\n" + code);

        var generation = project.Generate();

        generation.Diagnostics.ShouldBe([$"error ELIZA0059: The project has '{name}' in its own code, but scripts are compiled to this name. Rename it in the code, or set ElizaScriptsNamespace to another namespace."]);
        generation.FileNames.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_without_scripts_may_have_any_names_and_any_C_sharp_and_no_runtime()
    {
        var project = new Project();
        project.ChangeRuntime(null);
        project.AddCSharp("namespace Garden { class Scripts { } }");
        project.ChangeLanguage(LanguageVersion.CSharp7_3);

        project.Generate().Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Nest", "internal", "namespace Nest; static partial class Scripts { public static int Count => All.Count; }")]
    [InlineData("Garden.Nest", "internal", "namespace Garden.Nest; internal static partial class Scripts { public static int Count => All.Count; }")]
    [InlineData("event.Nest", "public", "namespace @event.Nest; static partial class Scripts { internal static int Count => All.Count; }")]
    [InlineData("Nest", "public", "#pragma warning disable CS1591\nnamespace Nest; public static partial class Scripts { public static int Count => All.Count; }")]
    public void Namespace_and_visibility_of_the_class_are_properties_and_the_project_can_add_to_it(string name, string visibility, string code)
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.ChangeOptions(new ProjectOptions(Project.RootNamespace, ("ElizaScriptsNamespace", name), ("ElizaScriptsVisibility", visibility)));
        project.AddCSharp(code);

        var generation = project.Generate();

        generation.Diagnostics.ShouldBeEmpty();
        generation.Scripts.FullName.ShouldBe(name + ".Scripts");
        generation.Scripts.IsPublic.ShouldBe(visibility == "public");
    }

    [Fact]
    public void Properties_that_are_empty_are_not_set()
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.ChangeOptions(new ProjectOptions(Project.RootNamespace, ("ElizaScriptsNamespace", ""), ("ElizaScriptsVisibility", "")));

        var scripts = project.Generate().Scripts;

        scripts.FullName.ShouldBe("Garden.Scripts");
        scripts.IsPublic.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ElizaScriptsNamespace", "My-Birds", "names of C# with a dot between them, such as 'Garden.Bots'")]
    [InlineData("ElizaScriptsNamespace", "7.Birds", "names of C# with a dot between them, such as 'Garden.Bots'")]
    [InlineData("ElizaScriptsNamespace", "Birds..Small", "names of C# with a dot between them, such as 'Garden.Bots'")]
    [InlineData("ElizaScriptsVisibility", "private", "'internal' or 'public'")]
    [InlineData("ElizaScriptsVisibility", "Public", "'internal' or 'public'")]
    public void A_property_with_a_value_that_it_cannot_have_is_told_and_C_sharp_adds_nothing(string property, string value, string instead)
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.ChangeOptions(new ProjectOptions(Project.RootNamespace, (property, value)));

        project.Generate().Diagnostics.ShouldBe([$"error ELIZA0077: {property} cannot be '{value}'. Write {instead}."]);
    }

    [Fact]
    public void Two_projects_of_one_namespace_have_scripts_side_by_side()
    {
        var library = new Project(("parrot", Samples.Parrot));
        library.AddCSharp("#pragma warning disable CS1591\nnamespace Garden; public static class Birds { public static Eliza.Runtime.Script Tame => Scripts.Parrot; }");
        var application = new Project(("parrot", Samples.Raven));
        application.AddCSharp("namespace Garden; static class Talk { public static string[] Replies => [Birds.Tame.Start().Reply(\"hello\"), Scripts.Parrot.Start().Reply(\"hello\")]; }");
        application.Refer(library.Generate());

        application.Generate().Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.9.0.0", "0.9.0")]
    [InlineData("99.0.0.0", "99.0.0")]
    [InlineData(null, "none")]
    public void A_runtime_of_another_version_or_none_is_told_and_nothing_is_generated(string? version, string told)
    {
        var needed = typeof(ElizaGenerator).Assembly.GetName().Version!.ToString(3);
        var project = new Project(("parrot", Samples.Parrot), ("raven", Samples.Raven));
        project.ChangeRuntime(version);

        var generation = project.Generate();

        generation.Diagnostics.ShouldBe([$"error ELIZA0078: Scripts are compiled to code for Eliza.Runtime {needed}, and the version that this project has is: {told}. Refer to the package Eliza.Runtime, and to all others of Eliza, in the version of Eliza.Generator."]);
        generation.FileNames.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_given_up_lets_the_scripts_be_compiled()
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.Generate().FileNames.Count().ShouldBe(3);
        project.AddCSharp("namespace Garden { class Scripts { } }");
        project.Generate().FileNames.ShouldBeEmpty();
    }
}
