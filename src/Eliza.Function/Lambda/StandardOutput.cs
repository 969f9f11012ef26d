using System.Runtime.InteropServices;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Lambda;

/// <summary>Standard output, from which Lambda takes the log. System.Console would cost more than all of the function's own start.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>Writes a line. What cannot be written is lost: there is nowhere left to say it.</summary>
    public static void Write(ReadOnlySpan<byte> line)
    {
        while (line.Length > 0)
        {
            int written = (int)Libc.Write(Descriptor, line, line.Length);
            if (written >= 0)
                line = line[written..];
            else if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                break;
        }
    }
}
