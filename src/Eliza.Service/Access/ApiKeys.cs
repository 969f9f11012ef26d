using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Eliza.Service.Access;

/// <summary>Checks the keys in requests against those of the operator.</summary>
internal sealed class ApiKeys
{
    /// <summary>What the log shows in place of a secret.</summary>
    public const string Mask = "***";

    private const string Bearer = "Bearer ";

    private readonly string[] _texts;
    private readonly List<byte[]> _keys = [];
    private readonly List<byte[]> _digests = [];
    private readonly int _width;

    public ApiKeys(Settings settings)
    {
        AreRequired = settings.RequireApiKey;
        _texts = Entries(settings.ApiKeys);
        if (!AreRequired)
            return;
        foreach (var text in _texts)
            _width = Math.Max(_width, sizeof(int) + Encoding.UTF8.GetByteCount(text));
        foreach (var text in _texts)
            _keys.Add(Pad(text));
        foreach (var text in Entries(settings.ApiKeyDigests))
        {
            var digest = new byte[SHA256.HashSizeInBytes];
            if (text.Length == 2 * digest.Length && Convert.FromHexString(text, digest, out _, out _) == OperationStatus.Done)
                _digests.Add(digest);
            else
                Fault = "API_KEY_SHA256 holds something that is not a SHA-256 digest, so every caller is refused.";
        }
        if (_keys.Count + _digests.Count == 0)
            Fault ??= "REQUIRE_API_KEY is set and neither API_KEY nor API_KEY_SHA256 is, so every caller is refused.";
    }

    /// <summary>Why every request is refused, for the log; null if the keys can be read.</summary>
    public string? Fault { get; }

    /// <summary>Whether a request needs a key.</summary>
    public bool AreRequired { get; }

    /// <summary>The keys that a request holds, right or wrong, in any of the three headers that clients use.</summary>
    public static IReadOnlyList<string> In(Request request)
    {
        var keys = new List<string>(1);
        foreach (var key in (ReadOnlySpan<string?>)[BearerToken(request.Headers["authorization"]), request.Headers["x-api-key"], request.Headers["api-key"]])
        {
            if (!string.IsNullOrWhiteSpace(key))
                keys.Add(key.Trim());
        }
        return keys;
    }

    /// <summary>Whether one of these keys is right.</summary>
    public bool Admits(IReadOnlyList<string> keys)
    {
        var admitted = false;
        foreach (var key in keys)
            admitted |= IsKnown(key);
        return admitted && Fault is null;
    }

    /// <summary>The text as the log may have it: <see cref="Mask"/> if it holds a key, percent-encoded or not.</summary>
    /// <param name="text">What a caller sent, or what was made of it.</param>
    /// <param name="sent">The keys that the request holds: of the right ones perhaps only the digests are known.</param>
    public string Hide(string text, IReadOnlyList<string> sent)
    {
        if (_texts.Length == 0 && sent.Count == 0)
            return text;
        var decoded = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        return Array.Exists(_texts, IsIn) || sent.Any(IsIn) ? Mask : text;

        bool IsIn(string key) => text.Contains(key, StringComparison.Ordinal) || decoded.Contains(key, StringComparison.Ordinal);
    }

    private static string[] Entries(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? BearerToken(string? authorization) =>
        authorization?.TrimStart() is { } value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..]
            : null;

    // Compares every key, and each comparison takes the same time, so that the time tells nothing about a key.
    private bool IsKnown(string key)
    {
        var known = false;
        var padded = Pad(key);
        foreach (var expected in _keys)
            known |= CryptographicOperations.FixedTimeEquals(padded, expected);
        if (_digests.Count == 0)
            return known;
        // Not .NET's own, which loads OpenSSL: docs/decisions/parts-of-the-platform.md.
        var sha256 = new Sha256Digest();
        sha256.BlockUpdate(Encoding.UTF8.GetBytes(key));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        sha256.DoFinal(digest);
        foreach (var expected in _digests)
            known |= CryptographicOperations.FixedTimeEquals(digest, expected);
        return known;
    }

    // The length and the text, padded or cut to the width of the longest key, so that the length tells nothing either.
    private byte[] Pad(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var padded = new byte[Math.Max(_width, sizeof(int))];
        BinaryPrimitives.WriteInt32LittleEndian(padded, bytes.Length);
        bytes.AsSpan(0, Math.Min(bytes.Length, padded.Length - sizeof(int))).CopyTo(padded.AsSpan(sizeof(int)));
        return padded;
    }
}
