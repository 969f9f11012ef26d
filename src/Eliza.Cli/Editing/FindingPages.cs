namespace Eliza.Cli.Editing;

/// <summary>The pages that explain findings, which lie beside the command.</summary>
internal static class FindingPages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "diagnostics");

    /// <summary>The address of the page of a rule, or null if it is not there.</summary>
    public static string? Of(string id)
    {
        var file = Path.Combine(Folder, id + ".md");
        return File.Exists(file) ? new Uri(file).AbsoluteUri : null;
    }
}
