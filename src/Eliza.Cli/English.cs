namespace Eliza.Cli;

/// <summary>Chooses between singular and plural.</summary>
internal static class English
{
    /// <summary>A number with its noun, such as <c>1 line</c> or <c>2 lines</c>.</summary>
    public static string Count(int number, string singular, string? plural = null) => $"{number} {(number == 1 ? singular : plural ?? singular + "s")}";
}
