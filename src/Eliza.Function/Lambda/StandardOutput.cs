using System.Buffers;
using System.Runtime.InteropServices;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Lambda;

/// <summary>
/// Standard output, from which Lambda takes the log. Lines wait for <see cref="Flush"/>, so that a caller does not wait for
/// them. System.Console would cost more than all of the function's own start.
/// </summary>
internal sealed class StandardOutput
{
    private const int Descriptor = 1;

    private readonly ArrayBufferWriter<byte> _lines = new(1024);

    /// <summary>Takes a line.</summary>
    public void Write(ReadOnlySpan<byte> line) => _lines.Write(line);

    /// <summary>Writes the lines that were taken. What cannot be written is lost: there is nowhere left to say it.</summary>
    public void Flush()
    {
        var rest = _lines.WrittenSpan;
        while (rest.Length > 0)
        {
            int written = (int)Libc.Write(Descriptor, rest, rest.Length);
            if (written >= 0)
                rest = rest[written..];
            else if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                break;
        }
        _lines.ResetWrittenCount();
    }
}
