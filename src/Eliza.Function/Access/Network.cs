using System.Globalization;

namespace Eliza.Function.Access;

/// <summary>The addresses of one family that share their first <paramref name="PrefixLength"/> bits.</summary>
internal readonly record struct Network(Address Address, int PrefixLength)
{
    /// <summary>Reads <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>, or one address. Bits behind the prefix are ignored.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Network network)
    {
        network = default;
        var slash = text.IndexOf('/');
        var addressText = slash < 0 ? text : text[..slash];
        if (!Address.TryParse(addressText, out var address))
            return false;
        var length = address.Length;
        if (slash >= 0)
        {
            if (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length))
                return false;
            if (address.IsV4 && addressText.Contains(':'))
                length -= 96;
        }
        network = new Network(address, length);
        return length >= 0 && length <= address.Length;
    }

    /// <summary>Whether the address is one of this network. An IPv4 address is in no IPv6 network, not even in <c>::/0</c>.</summary>
    public bool Contains(Address address) =>
        address.IsV4 == Address.IsV4
        && (PrefixLength == 0 || (address.Bits ^ Address.Bits) >> (Address.Length - PrefixLength) == UInt128.Zero);
}
