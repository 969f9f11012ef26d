using Pages = Eliza.Generator.Language.FindingPages;

namespace Eliza.Cli.Editing;

/// <summary>The pages that explain findings, for editors.</summary>
internal static class FindingPages
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
        return Pages.AddressOf(id) is { Length: > 0 } address ? address : new Uri(file).AbsoluteUri;
    }
}
