using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Eliza.Service.Access;

/// <summary>Reads IP addresses in the forms that operators, proxies and hosts use.</summary>
internal static class Address
{
    /// <summary>
    /// Reads an address. An IPv4 address must be in canonical form: a form that other programs read as octal is refused. An
    /// IPv6 address that maps an IPv4 address becomes that address.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out IPAddress? address)
    {
        if (!IPAddress.TryParse(text, out address)
            || (address.AddressFamily == AddressFamily.InterNetwork && !text.SequenceEqual(address.ToString())))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return true;
    }

    /// <summary>The text of an address without blanks, brackets, port and zone: <c>[fe80::1%eth0]:443</c> is <c>fe80::1</c>.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is ['[', ..] && text.IndexOf(']') is > 0 and var end)
            text = text[1..end];
        else if (text.IndexOf(':') is >= 0 and var colon && text.LastIndexOf(':') == colon)
            text = text[..colon];
        return text.IndexOf('%') is >= 0 and var zone ? text[..zone] : text;
    }
}
