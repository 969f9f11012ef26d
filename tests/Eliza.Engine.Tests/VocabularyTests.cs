using Eliza.Engine.Tests.Support;

namespace Eliza.Engine.Tests;

/// <summary>A word is found for what it is, however long, and nothing else is found for it.</summary>
public sealed class VocabularyTests
{
    private const string Long = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Known =
    [
        .. new[] { 1, 3, 4, 5, 7, 8, 9, 12, 16, 17, 26 }.Select(length => Long[..length]),
        "ABCDEFGHX", "XBCDEFGH", "ÀÉÎÕÜ", "ÀÉÎÕÜÀÉÎÕÜ", "𐐀𐐁𐐂𐐃𐐄",
    ];

    private static readonly string[] Unknown =
    [
        .. new[] { 2, 6, 10, 11, 15, 18, 25 }.Select(length => Long[..length]),
        Long + "A", "ABCDEFGHY", "ABCDEFGHXX", "YBCDEFGH", "ÀÉÎÕ", "ÀÉÎÕÜÀÉÎÕ", "𐐀𐐁𐐂𐐃", "\u0141\u0142",
    ];

    [Fact]
    public void Words_that_begin_alike_are_told_apart()
    {
        var conversation = ScriptCompiler.Compile(string.Join('\n', [
            "key: xnone", " decomp: *", "  reasmb: unknown",
            .. Known.Select((word, number) => $"key: {word}\n decomp: * {word} *\n  reasmb: {number}")])).Start();

        foreach (var (number, word) in Known.Index()) conversation.Reply(word).ShouldBe($"{number}", customMessage: word);
        foreach (var word in Unknown) conversation.Reply(word).ShouldBe("Unknown", customMessage: word);
    }
}
