using Eliza.Function.Contract;

namespace Eliza.Local.Serving;

/// <summary>The body of a request, as far as the handler may want it.</summary>
internal static class RequestBytes
{
    /// <summary>Reads to the end, or to one byte past the limit: that is enough for the handler to refuse it.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new byte[4096];
        var length = 0;
        while (await body.ReadAsync(bytes.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (length > Limits.BodyBytes)
                break;
            if (length == bytes.Length)
                Array.Resize(ref bytes, Math.Min(2 * length, Limits.BodyBytes + 1));
        }
        return bytes.AsMemory(0, length);
    }
}
