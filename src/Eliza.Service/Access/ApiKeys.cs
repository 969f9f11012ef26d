using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Eliza.Service.Access;

/// <summary>Checks the keys of requests.</summary>
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

    /// <summary>The reason for the log why every request is refused; null if the operator's keys can be read.</summary>
    public string? Fault { get; }

    /// <summary>Whether a request needs a key.</summary>
    public bool AreRequired { get; }

    /// <summary>The keys in a request, valid or not, from any of the three headers that clients use.</summary>
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

    /// <summary>Whether one of these keys is valid.</summary>
    public bool Admits(IReadOnlyList<string> keys)
    {
        var admitted = false;
        foreach (var key in keys)
            admitted |= IsKnown(key);
        return admitted && Fault is null;
    }

    /// <summary>The text for the log: <see cref="Mask"/> if it has a key in it, percent-encoded or not.</summary>
    /// <param name="text">Text from a caller.</param>
    /// <param name="sent">The keys in the request. They are needed because the service may know only the digests of valid keys.</param>
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

    // Every key is compared, and each comparison takes the same time. So the time tells nothing about the keys.
    private bool IsKnown(string key)
    {
        var known = false;
        var padded = Pad(key);
        foreach (var expected in _keys)
            known |= CryptographicOperations.FixedTimeEquals(padded, expected);
        if (_digests.Count == 0)
            return known;
        // .NET's own SHA-256 would load OpenSSL: docs/decisions/parts-of-the-platform.md.
        var sha256 = new Sha256Digest();
        sha256.BlockUpdate(Encoding.UTF8.GetBytes(key));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        sha256.DoFinal(digest);
        foreach (var expected in _digests)
            known |= CryptographicOperations.FixedTimeEquals(digest, expected);
        return known;
    }

    // The length and the text, padded or cut to the width of the longest key, so that the time does not tell the length either.
    private byte[] Pad(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var padded = new byte[Math.Max(_width, sizeof(int))];
        BinaryPrimitives.WriteInt32LittleEndian(padded, bytes.Length);
        bytes.AsSpan(0, Math.Min(bytes.Length, padded.Length - sizeof(int))).CopyTo(padded.AsSpan(sizeof(int)));
        return padded;
    }
}
