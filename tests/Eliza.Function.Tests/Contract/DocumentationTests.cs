using System.Reflection;
using Eliza.Function.Contract;
using Eliza.Testing;

namespace Eliza.Function.Tests.Contract;

public class DocumentationTests
{
    [Fact]
    public void The_table_of_errors_has_every_error_with_its_status_and_type()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        foreach (var error in AllErrors())
            rows.ShouldContain(row => row.StartsWith($"| {error.Status} | `{error.Type}` |") && row.Contains($"`{error.Code}`"), error.ToString());
    }

    [Fact]
    public void The_table_of_environment_variables_has_every_variable_that_is_read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Settings.Read(name =>
        {
            text.ShouldContain($"| `{name}` |");
            return null;
        });
    }

    private static List<ApiError> AllErrors()
    {
        var errors = new List<ApiError>();
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in typeof(ApiError).GetProperties(Public))
            errors.Add((ApiError)property.GetValue(null)!);
        foreach (var method in typeof(ApiError).GetMethods(Public).Where(method => method.ReturnType == typeof(ApiError) && !method.IsSpecialName))
        {
            foreach (var kind in (string[])["integer", "decimal"])
            {
                errors.Add((ApiError)method.Invoke(null, [.. method.GetParameters().Select(parameter =>
                    parameter.ParameterType == typeof(string) ? kind : Activator.CreateInstance(parameter.ParameterType))])!);
            }
        }
        errors.Count.ShouldBeGreaterThan(20);
        return errors;
    }
}
