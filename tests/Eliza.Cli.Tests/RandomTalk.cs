using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Cli.Tests;

/// <summary>Random lines, mostly of words from the tested scripts, so that they reach every kind of rule.</summary>
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
