using System.Text.RegularExpressions;
using Eliza.Testing;

namespace Eliza.Build.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var root = Repository.Root;
        var links = Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(root, "README.md"))
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), @"\]\((?!\w+:)([^)#\s]+)").Select(link => (Page: page, Target: link.Groups[1].Value)))
            .ToList();

        links.ShouldNotBeEmpty();
        links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target))).ShouldBeEmpty();
    }
}
