using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Eliza.Function.Http;

namespace Eliza.Function.Access;

/// <summary>Whether a request holds a key that the operator gave out.</summary>
internal sealed class ApiKeys
{
    /// <summary>What the log has in the place of a secret.</summary>
    public const string Mask = "***";

    private const string Bearer = "Bearer ";

    private readonly bool _required;
    private readonly string[] _texts;
    private readonly List<byte[]> _keys = [];
    private readonly List<byte[]> _digests = [];
    private readonly int _width;

    public ApiKeys(Settings settings)
    {
        _required = settings.RequireApiKey;
        _texts = Entries(settings.ApiKeys);
        if (!_required)
            return;
        foreach (var text in _texts)
            _width = Math.Max(_width, sizeof(int) + Encoding.UTF8.GetByteCount(text));
        foreach (var text in _texts)
            _keys.Add(Pad(text));
        foreach (var text in Entries(settings.ApiKeyDigests))
        {
            var digest = new byte[Sha256.DigestLength];
            if (text.Length == 2 * digest.Length && Convert.FromHexString(text, digest, out _, out _) == OperationStatus.Done)
                _digests.Add(digest);
            else
                Fault = "API_KEY_SHA256 holds something that is not a SHA-256 digest, so every caller is refused.";
        }
        if (_keys.Count + _digests.Count == 0)
            Fault ??= "REQUIRE_API_KEY is set and neither API_KEY nor API_KEY_SHA256 is, so every caller is refused.";
    }

    /// <summary>Why everybody is refused, for the log; null if the keys can be read.</summary>
    public string? Fault { get; }

    /// <summary>Whether the request may pass.</summary>
    /// <param name="request">The request.</param>
    /// <param name="holdsKey">Whether it holds any key at all, right or wrong.</param>
    public bool Admits(in HttpEvent request, out bool holdsKey)
    {
        holdsKey = false;
        if (!_required)
            return true;
        var admitted = false;
        foreach (var key in (ReadOnlySpan<string?>)[BearerToken(request.Authorization), request.XApiKey, request.ApiKey])
        {
            if (string.IsNullOrWhiteSpace(key))
                continue;
            holdsKey = true;
            admitted |= IsKnown(key.Trim());
        }
        return admitted && Fault is null;
    }

    /// <summary>The text as the log may have it: without the whole of it if it holds a key. Digests tell nothing of the keys behind them.</summary>
    public string Hide(string text)
    {
        foreach (var key in _texts)
        {
            if (text.Contains(key, StringComparison.Ordinal))
                return Mask;
        }
        return text;
    }

    private static string[] Entries(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? BearerToken(string? authorization) =>
        authorization?.TrimStart() is { } value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..]
            : null;

    // Every key is compared, and every comparison takes the same time however much is right.
    private bool IsKnown(string key)
    {
        var known = false;
        var padded = Pad(key);
        foreach (var expected in _keys)
            known |= CryptographicOperations.FixedTimeEquals(padded, expected);
        if (_digests.Count == 0)
            return known;
        Span<byte> digest = stackalloc byte[Sha256.DigestLength];
        Sha256.Hash(Encoding.UTF8.GetBytes(key), digest);
        foreach (var expected in _digests)
            known |= CryptographicOperations.FixedTimeEquals(digest, expected);
        return known;
    }

    // The length and the text, cut or filled up to the width of the longest key: so a length tells nothing either.
    private byte[] Pad(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var padded = new byte[Math.Max(_width, sizeof(int))];
        BinaryPrimitives.WriteInt32LittleEndian(padded, bytes.Length);
        bytes.AsSpan(0, Math.Min(bytes.Length, padded.Length - sizeof(int))).CopyTo(padded.AsSpan(sizeof(int)));
        return padded;
    }
}
