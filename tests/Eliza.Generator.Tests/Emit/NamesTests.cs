using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>Any text of an author becomes a name in C#. Every test checks that the code compiles without a warning; see <see cref="Project.Generate"/>.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("don't", "dont", "D'ONT")]
    [InlineData("my", "m-y", "m'y")]
    [InlineData("22", "2-2", "2'2")]
    [InlineData("½", "²", "①")]
    [InlineData("e-mail", "email", "E'MAIL")]
    [InlineData("straße", "strasse", "STRA'ẞE")]
    public void Words_that_make_one_name_stay_apart(params string[] words)
    {
        var script = Compile(words);

        foreach (var word in words) script.Start().Reply(word).ShouldBe($"Heard {Index(words, word)}.");
    }

    [Theory]
    [InlineData("class", "int", "namespace", "null", "true", "void", "record", "file", "var")]
    [InlineData("equals", "get-hash-code", "to-string", "get-type", "finalize", "memberwise-clone", "reference-equals")]
    [InlineData("word", "turn", "script", "scripts", "trait", "reassembly-kind", "words", "text", "slots", "starts", "first-reassemblies", "ranks")]
    [InlineData("decompose", "after", "reassemble", "rewrite", "reflect", "quit", "is", "none", "link-of", "memorise", "match", "continue")]
    [InlineData("system", "eliza", "vocabulary", "conversation", "string", "object", "math", "span", "line-script")]
    [InlineData("привет", "你好", "½", "𐐨", "é", "ß", "ﬁ", "١")]
    public void Every_word_can_be_a_keyword(params string[] words)
    {
        var script = Compile(words);

        foreach (var word in words) script.Start().Reply(word).ShouldBe($"Heard {Index(words, word)}.");
    }

    [Theory]
    [InlineData("equals", "Equals_2")]
    [InlineData("all", "All_2")]
    [InlineData("find", "Find_2")]
    [InlineData("scripts", "Scripts_2")]
    [InlineData("my bot", "MyBot")]
    [InlineData("e.l.i.z.a", "ELIZA")]
    [InlineData("1966", "_1966")]
    [InlineData("!!!", "Script")]
    [InlineData("word", "Word")]
    [InlineData("Müller", "Müller")]
    public void Every_file_name_can_be_a_property(string file, string property)
    {
        var generation = new Project((file, Samples.Parrot)).Generate();

        generation.Scripts.GetProperty(property).ShouldNotBeNull();
        generation.Find(file)!.Name.ShouldBe(file);
    }

    [Theory]
    [InlineData("coop", "co\u00ADop", "co\u200Bop", "co\u2060op", "\uFEFFcoop")]
    [InlineData("ab", "a\u200Cb", "a\u200Db", "\u200Eab\u202C")]
    [InlineData("\u200C", "\u00AD", "\u061C", "x")]
    [InlineData("a\u0301", "\u00E1", "\u0301a", "a\u0301\u0301")]
    public void Characters_that_C_sharp_does_not_see_make_no_two_names_one(params string[] words) =>
        Generate(("words", Samples.Parrot + string.Concat(words.Distinct().Select(word => $"key: {word}\n decomp: *\n  reasmb: Heard.\n"))));

    [Theory]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    [InlineData(250)]
    [InlineData(1_100)]
    [InlineData(20_000)]
    public void Words_may_be_longer_than_names(int length)
    {
        var long1 = new string('a', length);
        var longer = new string('é', length);
        Generate(("long", $"""
            {Samples.Parrot}
            synon: {long1}s {long1}t {longer}
            pre: {longer}p {longer}q {long1}
            post: {longer}x {long1}y
            quit: {long1}z {longer}z
            key: {long1}
             decomp: * {long1} * @{long1}s * {longer} {long1}b {long1}c {long1}d {long1}e * @{long1}s
              reasmb: Heard.
            key: {long1}b
             decomp: *
              reasmb: goto {long1}
            """)).ShouldNotBeNull();
        Generate(("long", Samples.Raven + $"({long1} = {longer} DLIST(/{long1}) ((0 {longer} (/{long1}) (* {long1} {longer}) 0) (PRE (1 {longer}) (=MY))))"));
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Files_may_be_called_as_what_is_ours_and_as_what_every_class_has()
    {
        string[] names =
        [
            "i-line", "i-list", "i", "line", "list", "ruled", "rules", "turn", "trait", "reassembly-kind", "vocabulary", "word", "doctor-rules", "script", "scripts", "map", "maps", "map of", "all", "find",
            "equals", "to-string", "get-hash-code", "reference-equals", "finalize", "memberwise-clone", "get-type", "system", "eliza", "eliza.generated", "eliza-runtime", "garden", "global", "class", "string",
            "co\u00ADop", "x\u200Cy", "\u200C", "1", "_", "é", "e\u0301", "٣", "名前", "😀", new('n', 200), new('長', 200), "a<b>&c", "a\"b", "@if", "#if", "*/",
        ];
        var project = new Project([.. names.Select(name => (name, Samples.Parrot))]);
        var generation = project.Generate();
        generation.All.Count.ShouldBeGreaterThan(45);
    }

    [Theory]
    [InlineData("i-line")]
    [InlineData("i-list")]
    public void A_script_in_the_list_language_may_be_called_as_what_is_ours(string name) => Generate((name, Samples.Raven)).ShouldNotBeNull();

    [Theory]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    [InlineData("namespace Garden; class Turn { } class Script { } class ReadOnlySpan<T> { } class Vocabulary { } class ILineRules { } class LineScript<T> { } enum ReassemblyKind { } class Trait { } class Word { }")]
    [InlineData("namespace Eliza { class Turn { } class Script { } enum ReassemblyKind { } class Maps { } class String { } }")]
    [InlineData("class Turn { } class Script { } enum ReassemblyKind { } class Maps { } class Doctor { } class DoctorRules { }")]
    [InlineData("global using Turn = System.Int32; global using Script = System.String; global using ReassemblyKind = System.Int64;")]
    [InlineData("namespace Garden.Eliza { class Runtime { } } namespace Garden.System { class Int32 { } }")]
    [InlineData("namespace Garden { static partial class Scripts { public const int Mine = 1; } }")]
    [InlineData("namespace Garden; static partial class Scripts { public static int Mine() => 1; }")]
    public void The_project_may_have_types_of_the_same_names(string code)
    {
        foreach (var rootNamespace in new[] { Project.RootNamespace, "", "Garden.Beds" })
        {
            var project = new Project(("doctor", Samples.Parrot), ("raven", Samples.Raven));
            project.ChangeOptions(new ProjectOptions(rootNamespace));
            project.AddCSharp("#pragma warning disable CS1591\n" + code);
            project.Generate().Diagnostics.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("quit", "after", "sad")]
    [InlineData("½", "1", "don't")]
    [InlineData("word", "any", "exactly1")]
    public void Every_class_can_have_a_name(params string[] classes)
    {
        var script = new Project(("classes", Samples.Parrot + string.Concat(classes.Select((name, index) =>
            $"synon: {name} member{index}\nkey: key{index}\n decomp: key{index} @{name}\n  reasmb: Class {index}.\n")))).Generate().Script("classes");

        for (var index = 0; index < classes.Length; index++) script.Start().Reply($"key{index} member{index}").ShouldBe($"Class {index}.");
    }

    [Theory]
    [InlineData("my-app")]
    [InlineData("My App.2nd")]
    [InlineData("event.class")]
    [InlineData("Eliza.Runtime")]
    [InlineData("Acme.Eliza")]
    [InlineData("System")]
    [InlineData("")]
    public void Every_root_namespace_compiles(string rootNamespace)
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.ChangeOptions(new ProjectOptions(rootNamespace));

        project.Generate();
    }

    [Fact]
    public void A_keyword_that_is_called_like_a_part_of_another_compiles()
    {
        // The decompositions of "my" are divided into parts. The second keyword with the C# name My has decompositions of its own.
        var texts = string.Concat(Enumerable.Range(1, 200).Select(number => $"  reasmb: Text {number}.\n"));
        var script = new Project(("parts",
            $"{Samples.Parrot}key: my\n decomp: my\n  reasmb: My.\n decomp: *\n{texts}key: m'y\n decomp: *\n{texts}")).Generate().Script("parts");

        script.Start().Reply("my my").ShouldBe("Text 1.");
        script.Start().Reply("m'y").ShouldBe("Text 1.");
    }

    private static Generation Generate((string Name, string Text) script)
    {
        var generation = new Project(script).Generate();
        generation.RawDiagnostics.Where(diagnostic => !diagnostic.Id.StartsWith("ELIZA", StringComparison.Ordinal)).ShouldBeEmpty();
        return generation;
    }

    private static Eliza.Runtime.Script Compile(string[] words) => new Project(("words", Samples.Parrot + string.Concat(words.Select(word =>
        $"key: {word}\n decomp: * {word}\n  reasmb: Heard {Index(words, word)}.\n")))).Generate().Script("words");

    private static int Index(string[] words, string word) => Array.IndexOf(words, word);
}
