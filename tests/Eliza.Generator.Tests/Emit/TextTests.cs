using Eliza.Generator.Tests.Support;

namespace Eliza.Generator.Tests.Emit;

/// <summary>Replies have the author's exact text, even with characters that are special in C#.</summary>
public sealed class TextTests
{
    private static readonly string[] All =
    [
        "She said \"hello\" and 'goodbye'.",
        @"C:\temp\new, \u0041 and \",
        "{0} {{1}} $\"{2}\"",
        "*/ // /* <b> &amp; --> ]]> #if",
        "Bell\a escape\u001b end",
        "Good morning, 😀 and 𐐀𐐨.",
        "e\u0301 is not \u00e9",
        "Right \u202Eto left",
        "Odd \uFFFE \uFEFF characters",
        "\"\"\"raw\"\"\"",
        "%s %n @\"x\"",
    ];

    /// <summary>A project with a script for each text, because compiling takes longer than talking.</summary>
    private static readonly Lazy<Generation> Compiled = new(() => new Project([.. All.Select((text, index) =>
        ($"text{index}", $"initial: {text}\nfinal: {text}\nquit: bye\n{Samples.Fallback.Replace("Pieces of eight!", "You say " + text, StringComparison.Ordinal)}"))]).Generate());

    public static TheoryData<string> Texts => [.. All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_said_as_it_is_written(string text)
    {
        var script = Compiled.Value.Script($"text{Array.IndexOf(All, text)}");

        script.Start().Reply("hello").ShouldBe("You say " + text);
        script.Greeting.ShouldBe(text);
        script.Start().Reply("bye").ShouldBe(text);
    }

    [Theory]
    [InlineData("½")]
    [InlineData("n't")]
    [InlineData("ﬁ")]
    [InlineData("𐐨")]
    [InlineData("हिं")]
    [InlineData("e\u0301")]
    public void A_word_may_be_of_any_writing_system(string word)
    {
        var script = new Project((word.Replace('/', '-'), $"{Samples.Parrot}key: {word}\n decomp: * {word} @{word}\n  reasmb: Heard (1).\nsynon: {word} {word}2\npost: {word} {word}3\npre: {word}4 {word}\n"))
            .Generate().All.Single();

        script.Start().Reply($"oh {word} {word}2").ShouldBe("Heard oh.");
    }
}
