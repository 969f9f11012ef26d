using System.Text;

namespace Eliza.Function.RuntimeApi;

/// <summary>One header field of an HTTP message.</summary>
/// <param name="line">The line of the field.</param>
internal readonly ref struct HttpField(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Gives the value if the field has this name, ignoring case.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (_line.Length <= name.Length || _line[name.Length] != ':' || !Ascii.EqualsIgnoreCase(_line[..name.Length], name))
            return false;
        value = _line[(name.Length + 1)..];
        while (value is [(byte)' ' or (byte)'\t', ..])
            value = value[1..];
        while (value is [.., (byte)' ' or (byte)'\t'])
            value = value[..^1];
        return true;
    }
}
