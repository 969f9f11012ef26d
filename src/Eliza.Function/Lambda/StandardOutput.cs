namespace Eliza.Function.Lambda;

/// <summary>Standard output, from which Lambda takes the log.</summary>
internal static class StandardOutput
{
    private static Stream? s_output;

    /// <summary>Writes a line. What cannot be written is lost: there is nowhere left to say it.</summary>
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
