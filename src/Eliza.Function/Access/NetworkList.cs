namespace Eliza.Function.Access;

/// <summary>A comma-separated list of networks as an operator wrote it.</summary>
internal sealed class NetworkList
{
    private readonly List<Network> _networks = [];

    public NetworkList(string text)
    {
        foreach (var part in text.AsSpan().Split(','))
        {
            var entry = text.AsSpan(part).Trim();
            if (entry.IsEmpty)
                continue;
            if (Network.TryParse(entry, out var network))
                _networks.Add(network);
            else
                IsReadable = false;
        }
        IsReadable &= _networks.Count > 0 || text.Length == 0;
    }

    /// <summary>False if an entry is not a network: then nobody can say what the operator meant.</summary>
    public bool IsReadable { get; } = true;

    public bool IsEmpty => _networks.Count == 0;

    public bool Contains(Address address)
    {
        foreach (var network in _networks)
        {
            if (network.Contains(address))
                return true;
        }
        return false;
    }

    /// <summary>Whether <c>0.0.0.0/0</c> is listed, which operators write for "everybody", IPv6 included.</summary>
    public bool HoldsAllOfIPv4
    {
        get
        {
            foreach (var network in _networks)
            {
                if (network is { PrefixLength: 0, Address.IsV4: true })
                    return true;
            }
            return false;
        }
    }
}
