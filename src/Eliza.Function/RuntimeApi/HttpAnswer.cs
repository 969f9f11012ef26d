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
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name) => Header(_head, name);

    /// <summary>Finds a header among the lines of <paramref name="head"/>, each of which ends in a line feed.</summary>
    public static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        while (head.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = head[..end];
            if (line.IndexOf((byte)':') is var colon && colon == name.Length && Ascii.EqualsIgnoreCase(line[..colon], name))
                return line[(colon + 1)..].Trim(" \t\r"u8);
            head = head[(end + 1)..];
        }
        return default;
    }
}
