using Eliza.Service.Contract;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Service.Tests.Contract;

/// <summary>In usage and limits, a word is a run of characters without white space.</summary>
public class WordsTests
{
    [Fact]
    public void As_many_are_counted_as_there_are() => Law.Holds(AnyText(), text =>
        Words.Count(text).ShouldBe(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), times: 3_000);

    [Fact]
    public void The_first_of_them_are_as_many_as_were_asked_for() => Law.Holds(AnyText(), text =>
    {
        for (var words = 0; words < 8; words++)
            Words.Count(text.AsSpan(0, Words.Length(text, words))).ShouldBe(Math.Min(words, Words.Count(text)));
        Words.Length(text, int.MaxValue).ShouldBe(text.Length);
    });

    private static Gen<string> AnyText() =>
        Gen.Elements("a", "word", " ", "  ", "\t", "\n", "\u00A0", "\u2003", "é", "漢", "😀", ".", "\0").ArrayOf().Select(string.Concat);
}
