using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Eliza.Engine.Tests.Support;
using Eliza.Runtime.Engine;
using Eliza.Runtime.Text;

namespace Eliza.Engine.Tests;

/// <summary>A word of any length is found, and no other word is found in its place.</summary>
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
        var conversation = TestScripts.Compile(string.Join('\n', [
            "key: xnone", " decomp: *", "  reasmb: unknown",
            .. Known.Select((word, number) => $"key: {word}\n decomp: * {word} *\n  reasmb: {number}")])).Start();

        foreach (var (number, word) in Known.Index()) conversation.Reply(word).ShouldBe($"{number}", customMessage: word);
        foreach (var word in Unknown) conversation.Reply(word).ShouldBe("Unknown", customMessage: word);
    }

    [Fact]
    public void Words_are_found_on_a_machine_of_the_other_byte_order()
    {
        foreach (var word in Known.Concat(Unknown))
        {
            // The memory of a big-endian machine, which reads four characters at a time.
            var memory = word.PadRight(WordHash.Head, WordHash.Filler).SelectMany(character => new[] { (byte)(character >> 8), (byte)character }).ToArray();
            var there = Enumerable.Range(0, 2).Select(half => WordHash.Half(BinaryPrimitives.ReadUInt64BigEndian(memory.AsSpan(8 * half)), isLittleEndian: false));
            var bytes = MemoryMarshal.AsBytes(word.PadRight(WordHash.Head, WordHash.Filler).AsSpan()[..WordHash.Head]).ToArray();
            var here = Enumerable.Range(0, 2).Select(half => WordHash.Half(BitConverter.ToUInt64(bytes, 8 * half), BitConverter.IsLittleEndian));
            there.ShouldBe(here, customMessage: word);
        }
    }

    [Fact]
    public void The_first_character_is_the_lowest_of_the_number_whatever_the_machine() =>
        WordHash.Half(BitConverter.ToUInt64(MemoryMarshal.AsBytes("ABCD".AsSpan())), BitConverter.IsLittleEndian).ShouldBe(0x0044_0043_0042_0041UL);

    /// <summary>Calls that no generated code makes.</summary>
    public static TheoryData<string, int, int[], string, int[], string> Wrong => new()
    {
        { "A", 1, [0, 0, 0, 0], "", [], "" },
        { "", 0, [0, 0, 0, 0], "", [], "" },
        { "ABCDEFGH", -1, [0, 0, 0, 0], "        ", [0, 0], "" },
        { "ABCDEFGH", int.MinValue, [0, 0, 0, 0], "        ", [0, 0], "" },
        { "ABCDEFGH", 9, [0, 0, 0, 0], "        ", [0, 0], "" },
        { "ABCDEFGH", 3, [], "        ", [0, 0], "" },
        { "ABCDEFGH", 3, [1, 1, 1, 1], "        ", [0, 0], "" },
        { "ABCDEFGH", 3, [-1, -1, -1, -1], "        ", [0, 0], "" },
        { "ABCDEFGH", 3, [int.MaxValue, int.MaxValue, int.MinValue, 1 << 29], "        ", [0, 0], "" },
        { "ABCDEFGH", 8, [1, 1, 1, 1], "        ABCDEFGH", [0], "" },
        { "ABCDEFGHI", 9, [1, 1, 1, 1], "        ABCDEFGH", [0, 5, 9], "I" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Tables_and_lengths_that_do_not_fit_are_refused_and_nothing_beyond_them_is_read(string line, int length, int[] slots, string heads, int[] tailStarts, string tails) =>
        Should.Throw<Exception>(() => { _ = Vocabulary.Find(line, length, slots, heads, tailStarts, tails); }).ShouldBeAssignableTo<Exception>().ShouldNotBeOfType<AccessViolationException>();

    [Fact]
    public void A_table_without_a_free_place_is_searched_once()
    {
        Vocabulary.Find("ABCDEFGH", 3, [1, 1, 1, 1], "        XYZ     ", [0, 0, 0], "").ShouldBe(0);
        Vocabulary.Find("ABCDEFGHIJ", 10, [1, 1, 1, 1], "        XYZ     ", [0, 0, 0], "").ShouldBe(0);
    }
}
