using System.Security.Cryptography;
using System.Text;
using Eliza.Function.Access;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Function.Tests.Access;

public class Sha256Tests
{
    /// <summary>NIST's examples for FIPS 180-4: csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values.</summary>
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData(
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")]
    public void The_examples_of_the_standard_have_their_digests(string message, string digest) =>
        Hash(Encoding.ASCII.GetBytes(message)).ShouldBe(digest);

    [Fact]
    public void The_longest_example_of_the_standard_has_its_digest() =>
        Hash(Encoding.ASCII.GetBytes(new string('a', 1_000_000)))
            .ShouldBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    /// <summary>From SHA256ShortMsg.rsp of NIST's Cryptographic Algorithm Validation Program.</summary>
    [Theory]
    [InlineData("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")]
    [InlineData("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98")]
    [InlineData("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2")]
    public void Short_messages_have_their_digests(string message, string digest) =>
        Hash(Convert.FromHexString(message)).ShouldBe(digest);

    /// <summary>Where the padding starts a block of its own, and around it.</summary>
    [Fact]
    public void Every_length_up_to_four_blocks_has_the_digest_that_NET_gives()
    {
        var message = new byte[256];
        new Random(180_4).NextBytes(message);
        for (var length = 0; length <= message.Length; length++)
            Hash(message.AsSpan(0, length)).ShouldBe(Expected(message.AsSpan(0, length)), $"{length} bytes");
    }

    [Fact]
    public void Any_message_has_the_digest_that_NET_gives() =>
        Prop.ForAll<byte[]>(message => Hash(message).ShouldBe(Expected(message))).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void What_stands_behind_the_digest_is_left_alone()
    {
        var buffer = new byte[Sha256.DigestLength + 1];
        buffer[^1] = 7;
        Sha256.Hash("abc"u8, buffer);
        buffer[^1].ShouldBe((byte)7);
        Should.Throw<ArgumentOutOfRangeException>(() => Sha256.Hash("abc"u8, new byte[Sha256.DigestLength - 1]));
    }

    private static string Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Sha256.DigestLength];
        Sha256.Hash(message, digest);
        return Convert.ToHexStringLower(digest);
    }

    private static string Expected(ReadOnlySpan<byte> message) => Convert.ToHexStringLower(SHA256.HashData(message));
}
