namespace Eliza.Service.Access;

/// <summary>Finds the address of the caller, and whether it is allowed.</summary>
internal sealed class CallerRules(Settings settings)
{
    private readonly NetworkList _allowed = new(settings.AllowedCallers);
    private readonly NetworkList _proxies = new(settings.TrustedProxies);

    /// <summary>The reason for the log why every request is refused; null if the operator's lists can be read.</summary>
    public string? Fault =>
        !_allowed.IsReadable ? "ALLOWED_CALLER_CIDR cannot be read, so every caller is refused."
        : !_proxies.IsReadable ? "TRUSTED_PROXY_CIDR cannot be read, so every caller is refused."
        : null;

    /// <summary>Finds the caller.</summary>
    /// <param name="sourceIp">The peer that AWS reports.</param>
    /// <param name="forwardedFor">
    /// The X-Forwarded-For header, to which each proxy adds its peer at the end. Anybody can send this header. So an entry counts
    /// only if the peer and all proxies after the entry are trusted.
    /// </param>
    public ReadOnlySpan<char> Caller(string? sourceIp, string? forwardedFor)
    {
        var caller = Address.Strip(sourceIp);
        if (_proxies.IsEmpty)
            return caller;
        var rest = forwardedFor.AsSpan().Trim();
        while (!rest.IsEmpty && Address.TryParse(caller, out var address) && _proxies.Contains(address))
        {
            var comma = rest.LastIndexOf(',');
            caller = Address.Strip(rest[(comma + 1)..]);
            rest = comma < 0 ? [] : rest[..comma];
        }
        return caller;
    }

    /// <summary>Whether the caller is on the allow-list. An address that cannot be read is not.</summary>
    public bool Admits(ReadOnlySpan<char> caller) =>
        _allowed.IsEmpty || _allowed.HoldsAllOfIPv4 || (Address.TryParse(caller, out var address) && _allowed.Contains(address));
}
