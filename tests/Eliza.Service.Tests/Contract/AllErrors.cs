using System.Reflection;
using Eliza.Service.Contract;

namespace Eliza.Service.Tests.Contract;

/// <summary>Every error in the code, found by reflection on <see cref="ApiError"/>.</summary>
internal static class AllErrors
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static List<ApiError> List()
    {
        var errors = typeof(ApiError).GetProperties(Public).Select(property => (ApiError)property.GetValue(null)!).ToList();
        foreach (var method in typeof(ApiError).GetMethods(Public).Where(method => method.ReturnType == typeof(ApiError) && !method.IsSpecialName))
            errors.AddRange(((string[])["integer", "decimal"]).Select(kind => (ApiError)method.Invoke(null, Arguments(method, kind))!).Distinct());
        errors.Count.ShouldBeGreaterThan(20);
        return errors;
    }

    private static object?[] Arguments(MethodInfo method, string kind) => [.. method.GetParameters().Select(parameter => parameter switch
    {
        { Name: "kind" } => kind,
        { Name: "allow" } => "POST, OPTIONS",
        { ParameterType: var type } => type == typeof(string) ? "n" : Activator.CreateInstance(type),
    })];
}
