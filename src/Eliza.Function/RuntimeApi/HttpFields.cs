using System.Text;

namespace Eliza.Function.RuntimeApi;

/// <summary>The header fields of an HTTP message, one after the other.</summary>
/// <param name="lines">Their lines, with what ends them.</param>
internal ref struct HttpFields(ReadOnlySpan<byte> lines)
{
    private ReadOnlySpan<byte> _rest = lines;

    public HttpField Current { get; private set; }

    public readonly HttpFields GetEnumerator() => this;

    public bool MoveNext()
    {
        var end = _rest.IndexOf((byte)'\n');
        if (end < 0)
            return false;
        var line = _rest[..end];
        Current = new HttpField(line is [.., (byte)'\r'] ? line[..^1] : line);
        _rest = _rest[(end + 1)..];
        return true;
    }
}

/// <summary>One header field.</summary>
/// <param name="line">Its line.</param>
internal readonly ref struct HttpField(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Finds the value if the field has this name, whatever its case.</summary>
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
