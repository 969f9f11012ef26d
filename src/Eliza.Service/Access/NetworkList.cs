using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Eliza.Service.Access;

/// <summary>An operator's comma-separated list of networks.</summary>
internal sealed class NetworkList
{
    private readonly List<IPNetwork> _networks = [];

    public NetworkList(string text)
    {
        foreach (var part in text.AsSpan().Split(','))
        {
            var entry = text.AsSpan(part).Trim();
            if (entry.IsEmpty)
                continue;
            if (TryParse(entry, out var network))
                _networks.Add(network);
            else
                IsReadable = false;
        }
        IsReadable &= _networks.Count > 0 || text.Length == 0;
    }

    /// <summary>False if an entry is no network. The whole list is then unknown.</summary>
    public bool IsReadable { get; } = true;

    public bool IsEmpty => _networks.Count == 0;

    public bool Contains(IPAddress address) => _networks.Exists(network => network.Contains(address));

    /// <summary>Whether <c>0.0.0.0/0</c> is in the list. Operators mean everybody by it, also callers with IPv6.</summary>
    public bool HoldsAllOfIPv4 =>
        _networks.Exists(network => network is { PrefixLength: 0, BaseAddress.AddressFamily: AddressFamily.InterNetwork });

    // Reads 10.0.0.0/8, 2001:db8::/32, or a single address. Bits after the prefix are ignored.
    private static bool TryParse(ReadOnlySpan<char> text, out IPNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        var first = slash < 0 ? text : text[..slash];
        if (!Address.TryParse(first, out var address))
            return false;
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = bits;
        if (slash >= 0)
        {
            if (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length))
                return false;
            if (bits == 32 && first.Contains(':')) // an IPv4 address mapped to IPv6, with the length for IPv6
                length -= 96;
        }
        if (length < 0 || length > bits)
            return false;
        network = new IPNetwork(address, length);
        return true;
    }
}
