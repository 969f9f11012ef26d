namespace Eliza.Cli.Editing;

/// <summary>The pages that explain findings. They are in a folder beside the program.</summary>
internal static class FindingPages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "diagnostics");

    /// <summary>The address of the page of a rule, or null if there is no page.</summary>
    public static string? Of(string id)
    {
        var file = Path.Combine(Folder, id + ".md");
        return File.Exists(file) ? new Uri(file).AbsoluteUri : null;
    }
}
