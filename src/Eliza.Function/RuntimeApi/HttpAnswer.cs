using System.Text;

namespace Eliza.Function.RuntimeApi;

/// <summary>An HTTP answer, as a view of the connection's buffer: valid until the next request.</summary>
internal readonly ref struct HttpAnswer(int status, ReadOnlySpan<byte> head, ReadOnlyMemory<byte> body)
{
    /// <summary>The status code.</summary>
    public int Status { get; } = status;

    /// <summary>The body, its transfer coding removed.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    private readonly ReadOnlySpan<byte> _head = head;

    /// <summary>The value of the first header of that name, whatever its case; empty if there is none.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        var rest = _head;
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (TryGetField(rest[..end], name, out var value))
                return value;
            rest = rest[(end + 1)..];
        }
        return default;
    }

    /// <summary>The value of a header field of that name, whatever its case; false if the line is another's.</summary>
    public static bool TryGetField(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        bool found = line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name);
        value = default;
        if (!found)
            return false;
        value = line[(name.Length + 1)..];
        value = value[Ascii.Trim(value)];
        return true;
    }
}
