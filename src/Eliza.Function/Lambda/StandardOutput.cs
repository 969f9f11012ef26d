namespace Eliza.Function.Lambda;

/// <summary>Standard output, which Lambda collects as the log.</summary>
internal static class StandardOutput
{
    private static Stream? s_output;

    /// <summary>Writes a line. An error is ignored, because there is no other place to report it.</summary>
    public static void Write(ReadOnlySpan<byte> line)
    {
        try
        {
            (s_output ??= Console.OpenStandardOutput()).Write(line);
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
        }
    }
}
