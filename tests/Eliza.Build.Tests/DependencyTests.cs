using System.Xml.Linq;
using Eliza.Testing;

namespace Eliza.Build.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Every_package_has_its_reason_in_the_documents()
    {
        var root = Repository.Root;
        var packages = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToList();
        var reasons = File.ReadAllText(Path.Combine(root, "docs", "dependencies.md"));

        packages.ShouldNotBeEmpty();
        packages.Where(package => !reasons.Contains($"`{package}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
