using Eliza.Generator.Tests.Support;

namespace Eliza.Generator.Tests.Emit;

/// <summary>Authors write what they like; C# has names. That the code compiles without a warning is checked in every test; see <see cref="Project.Generate"/>.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("don't", "dont", "DONT'")]
    [InlineData("my", "my'", "m'y")]
    [InlineData("2", "_2", "2'")]
    [InlineData("+", "/", "$")]
    [InlineData("e-mail", "email", "E'MAIL")]
    [InlineData("straße", "strasse", "STRAẞE'")]
    public void Words_that_make_one_name_stay_apart(params string[] words)
    {
        var script = Compile(words);

        foreach (var word in words) script.Start().Reply(word).ShouldBe($"Heard {Index(words, word)}.");
    }

    [Theory]
    [InlineData("class", "int", "namespace", "null", "true", "void", "record", "file", "var", "_")]
    [InlineData("equals", "get-hash-code", "to-string", "get-type", "finalize", "memberwise-clone", "reference-equals")]
    [InlineData("word", "turn", "script", "scripts", "trait", "outcome", "words", "text", "slots", "starts", "rounds", "ranks")]
    [InlineData("decompose", "after", "reassemble", "rewrite", "reflect", "quit", "is", "none", "link-of", "memorise", "match", "continue")]
    [InlineData("system", "eliza", "vocabulary", "conversation", "string", "object", "math", "span", "line-script")]
    [InlineData("привет", "你好", "😀", "𐐨", "é", "ß", "ﬁ", "١")]
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
    [InlineData("quit", "after", "sad")]
    [InlineData("+", "1", "don't")]
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
        // The second decomposition of "my" is divided into parts; the second word that is called My has decompositions of its own.
        var texts = string.Concat(Enumerable.Range(1, 200).Select(number => $"  reasmb: Text {number}.\n"));
        var script = new Project(("parts",
            $"{Samples.Parrot}key: my\n decomp: my\n  reasmb: My.\n decomp: *\n{texts}key: m'y\n decomp: *\n{texts}")).Generate().Script("parts");

        script.Start().Reply("my my").ShouldBe("Text 1.");
        script.Start().Reply("m'y").ShouldBe("Text 1.");
    }

    private static Eliza.Runtime.Script Compile(string[] words) => new Project(("words", Samples.Parrot + string.Concat(words.Select(word =>
        $"key: {word}\n decomp: * {word}\n  reasmb: Heard {Index(words, word)}.\n")))).Generate().Script("words");

    private static int Index(string[] words, string word) => Array.IndexOf(words, word);
}
