using System.Buffers.Binary;
using System.Numerics;

namespace Eliza.Function.Access;

/// <summary>
/// SHA-256 of a short text, in place of .NET's, which loads OpenSSL for it: docs/decisions/own-sha-256.md has the figures.
/// The time it takes depends on the length of the message and on nothing else of it.
/// </summary>
/// <remarks>
/// FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4: the names of the functions and variables are the standard's.
/// </remarks>
internal static class Sha256
{
    /// <summary>In bytes.</summary>
    public const int DigestLength = 32;

    private const int BlockLength = 64;

    // Section 5.3.3: the first 32 bits of the fractional parts of the square roots of the first eight primes.
    private static ReadOnlySpan<uint> InitialHash =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    // Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Writes the digest of <paramref name="message"/> to the first 32 bytes of <paramref name="digest"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digest"/> is shorter than that.</exception>
    public static void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digest.Length, DigestLength);
        Span<uint> hash = stackalloc uint[DigestLength / sizeof(uint)];
        InitialHash.CopyTo(hash);

        var rest = message;
        for (; rest.Length >= BlockLength; rest = rest[BlockLength..])
            AddBlock(rest, hash);

        // Section 5.1.1: the message ends in a one bit, zeros, and its length in bits as the last eight bytes of a block.
        Span<byte> end = stackalloc byte[2 * BlockLength];
        end.Clear();
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        end = end[..(rest.Length + 1 + sizeof(ulong) <= BlockLength ? BlockLength : 2 * BlockLength)];
        BinaryPrimitives.WriteUInt64BigEndian(end[^sizeof(ulong)..], (ulong)message.Length * 8);
        for (; !end.IsEmpty; end = end[BlockLength..])
            AddBlock(end, hash);

        for (var i = 0; i < hash.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest[(i * sizeof(uint))..], hash[i]);
    }

    // Section 6.2.2.
    private static void AddBlock(ReadOnlySpan<byte> block, Span<uint> hash)
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        for (var t = 16; t < w.Length; t++)
            w[t] = SmallSigma1(w[t - 2]) + w[t - 7] + SmallSigma0(w[t - 15]) + w[t - 16];

        var (a, b, c, d, e, f, g, h) = (hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]);
        for (var t = 0; t < w.Length; t++)
        {
            var t1 = h + BigSigma1(e) + Ch(e, f, g) + K[t] + w[t];
            var t2 = BigSigma0(a) + Maj(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
        hash[5] += f;
        hash[6] += g;
        hash[7] += h;
    }

    // Section 4.1.2.
    private static uint Ch(uint x, uint y, uint z) => (x & y) ^ (~x & z);

    private static uint Maj(uint x, uint y, uint z) => (x & y) ^ (x & z) ^ (y & z);

    private static uint BigSigma0(uint x) => Rotate(x, 2) ^ Rotate(x, 13) ^ Rotate(x, 22);

    private static uint BigSigma1(uint x) => Rotate(x, 6) ^ Rotate(x, 11) ^ Rotate(x, 25);

    private static uint SmallSigma0(uint x) => Rotate(x, 7) ^ Rotate(x, 18) ^ (x >> 3);

    private static uint SmallSigma1(uint x) => Rotate(x, 17) ^ Rotate(x, 19) ^ (x >> 10);

    private static uint Rotate(uint x, int bits) => BitOperations.RotateRight(x, bits);
}
