using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>The links to the pages that explain findings.</summary>
internal static class PageLinks
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "diagnostics");

    /// <summary>
    /// The address of the page of a rule, or null. It is the same as in a build, or the file beside the program if the repository is
    /// not known.
    /// </summary>
    public static string? Of(string id)
    {
        var file = Path.Combine(Folder, id + ".md");
        if (!File.Exists(file)) return null;
        return FindingPages.AddressOf(id) is { Length: > 0 } address ? address : new Uri(file).AbsoluteUri;
    }
}
