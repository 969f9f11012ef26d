using System.Text.RegularExpressions;
using Eliza.Testing;

namespace Eliza.Build.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var root = Repository.Root;
        var links = Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(root, "*.md"))
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), @"\]\((?!\w+:)([^)#\s]+)").Select(link => (Page: page, Target: link.Groups[1].Value)))
            .ToList();

        links.ShouldNotBeEmpty();
        links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target))).ShouldBeEmpty();
    }

    [Fact]
    public void The_index_names_every_page()
    {
        var docs = Path.Combine(Repository.Root, "docs");
        var index = File.ReadAllText(Path.Combine(docs, "README.md"));

        Directory.GetFiles(docs, "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(docs, page).Replace('\\', '/'))
            .Where(page => page != "README.md" && !page.StartsWith("diagnostics/ELIZA", StringComparison.Ordinal) && !index.Contains($"({page})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
