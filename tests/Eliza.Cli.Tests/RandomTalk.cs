using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Cli.Tests;

/// <summary>Lines made mostly of the words of the scripts under test, so that every kind of rule is met.</summary>
internal static class RandomTalk
{
    private static readonly string[] Words =
    [
        "i'm", "I", "am", "my", "MY", "your", "bloom", "flower", "oak", "elm", "tree", "root", "water", "about", "mother", "sad", "alike", "remember", "you",
        "pot", "pan", "salt", "pepper", "if", "can", "was", "xnone", "none", "so long", "word", ",", ".", "but", "?", "ﬃ", "’",
    ];

    public static Arbitrary<string[]> Lines { get; } = Arb.From(
        from lines in Gen.ArrayOf(from words in Gen.ArrayOf(Gen.Elements(Words)) select string.Join(' ', words))
        select lines);
}
