using Eliza.Testing;

namespace Eliza.Service.Tests.Contract;

public class DocumentationTests
{
    [Fact]
    public void The_table_of_errors_has_every_error_with_its_status_and_type()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "contract.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        foreach (var error in AllErrors.List())
            rows.ShouldContain(row => row.StartsWith($"| {error.Status} | `{error.Type}` |") && row.Contains($"`{error.Code}`"), error.ToString());
    }

    [Fact]
    public void The_table_of_environment_variables_has_every_variable_that_is_read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contract.md"));
        Settings.Read(name =>
        {
            text.ShouldContain($"| `{name}` |");
            return null;
        });
    }
}
