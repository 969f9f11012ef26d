using System.Runtime.InteropServices;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Lambda;

/// <summary>Standard output, from which Lambda takes the log; System.Console would cost more than the function's own start.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>Writes a line, all of it at once where the system allows.</summary>
    /// <exception cref="IOException">Standard output is closed or full.</exception>
    public static void Write(ReadOnlySpan<byte> line)
    {
        while (line.Length > 0)
        {
            int written = (int)Libc.Write(Descriptor, line, line.Length);
            if (written >= 0)
                line = line[written..];
            else if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }
}
