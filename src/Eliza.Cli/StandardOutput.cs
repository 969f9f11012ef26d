using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Eliza.Cli;

/// <summary>Standard output in UTF-8, whatever the locale of the console.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes <see cref="Console.Out"/> write to it.</summary>
    public static void Open()
    {
        if (Console.IsOutputRedirected)
            Console.SetOut(new StreamWriter(OpenStream(), Utf8) { AutoFlush = true });
        else
            Console.OutputEncoding = Utf8;
    }

    /// <summary>Whether an exception means that the reader of the output is gone, as with <c>| head</c>. The program then ends without a message.</summary>
    public static bool IsGone(IOException fault) => fault.HResult == BrokenPipe;

    // The console's own stream does not report that the reader is gone.
    private static Stream OpenStream()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        try
        {
            var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!file.CanSeek)
                return file;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Standard output is closed.
        }
        return Console.OpenStandardOutput();
    }
}
