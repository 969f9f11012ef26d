using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Eliza.Function.Access;

/// <summary>An address of either family; an IPv4-mapped IPv6 address is the IPv4 address that it maps.</summary>
internal readonly record struct Address(UInt128 Bits, bool IsV4)
{
    /// <summary>32 or 128.</summary>
    public int Length => IsV4 ? 32 : 128;

    /// <summary>
    /// Reads an address, in its canonical form if it is IPv4: what other programs read as octal is nothing here.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        if (!IPAddress.TryParse(text, out var parsed))
            return false;
        if (parsed.AddressFamily == AddressFamily.InterNetwork && !text.SequenceEqual(parsed.ToString()))
            return false;
        if (parsed.IsIPv4MappedToIPv6)
            parsed = parsed.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out var length);
        address = length == 4
            ? new Address(BinaryPrimitives.ReadUInt32BigEndian(bytes), true)
            : new Address(BinaryPrimitives.ReadUInt128BigEndian(bytes), false);
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
