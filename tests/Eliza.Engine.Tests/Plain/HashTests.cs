using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Plain;

public sealed class HashTests
{
    [Theory]
    [InlineData("ALWAYS", 7, 14)]
    [InlineData("HERE", 2, 3)]
    [InlineData("KIDS", 2, 1)]
    [InlineData("TIME", 2, 0)]
    [InlineData("DEVONSHIRE", 2, 0)]
    [InlineData("GLOUCESTERSHIRE", 2, 2)]
    [InlineData("", 2, 3)]
    public void The_hash_of_a_word_is_that_of_its_last_six_characters(string word, int bits, int hash) =>
        Hash.Of(word, bits).ShouldBe(hash);

    private static readonly int[] Bits = [2, 5, 7, 15];

    [SharedFact]
    public void Every_recorded_hash_is_repeated()
    {
        foreach (var row in Vectors.Rows("probes/hash.tsv").Skip(1))
            Bits.Select(bits => $"{Hash.Of(row[0], bits)}").ShouldBe(row[1..], customMessage: row[0]);
    }
}
