using System.Reflection;

namespace Eliza.Generator.Language;

/// <summary>The pages that explain findings, in the repository of this version.</summary>
public static class FindingPages
{
    private static readonly string Folder = FolderOf(
        typeof(FindingPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(one => one.Key == "RepositoryUrl")?.Value ?? "",
        typeof(FindingPages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion);

    /// <summary>The address of the page of a finding, or nothing if this assembly does not know its repository.</summary>
    public static string AddressOf(string id) => Folder.Length == 0 ? "" : $"{Folder}/{id}.md";

    /// <summary>The folder of the pages.</summary>
    /// <param name="repository">The address of the repository. Only GitHub passes it to the build; see <c>Directory.Build.targets</c>.</param>
    /// <param name="version">The version and, after a plus sign, the commit. There is a tag for each version.</param>
    internal static string FolderOf(string repository, string version) => repository.Length == 0 ? "" : $"{repository}/blob/v{version.Split('+')[0]}/docs/diagnostics";
}
