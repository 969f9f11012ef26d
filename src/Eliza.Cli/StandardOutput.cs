using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Eliza.Cli;

/// <summary>Standard output in UTF-8, whatever the locale: nobody's console must decide how a script sounds.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes it what <see cref="Console.Out"/> writes to.</summary>
    public static void Open()
    {
        if (Console.IsOutputRedirected)
            Console.SetOut(new StreamWriter(OpenStream(), Utf8) { AutoFlush = true });
        else
            Console.OutputEncoding = Utf8;
    }

    /// <summary>Whether a fault says that nobody reads any more, as behind <c>| head</c>. Then there is nothing left to do, and nothing to complain about.</summary>
    public static bool IsGone(IOException fault) => fault.HResult == BrokenPipe;

    // The console's own stream says nothing when nobody reads any more.
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
            // It is closed.
        }
        return Console.OpenStandardOutput();
    }
}
