using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Eliza.Service.Access;

/// <summary>A comma-separated list of networks as an operator wrote it.</summary>
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

    /// <summary>False if an entry is not a network. Then nobody knows what the operator meant.</summary>
    public bool IsReadable { get; } = true;

    public bool IsEmpty => _networks.Count == 0;

    public bool Contains(IPAddress address) => _networks.Exists(network => network.Contains(address));

    /// <summary>Whether <c>0.0.0.0/0</c> is listed, which operators write for "everybody", IPv6 included.</summary>
    public bool HoldsAllOfIPv4 =>
        _networks.Exists(network => network is { PrefixLength: 0, BaseAddress.AddressFamily: AddressFamily.InterNetwork });

    // Reads 10.0.0.0/8, 2001:db8::/32, or one address. Bits behind the prefix are ignored.
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
            if (bits == 32 && first.Contains(':')) // mapped, and counted as IPv6
                length -= 96;
        }
        if (length < 0 || length > bits)
            return false;
        network = new IPNetwork(address, length);
        return true;
    }
}
