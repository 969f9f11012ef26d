using System.Globalization;
using Eliza.Service.Contract.Models;

namespace Eliza.Service.Bedrock;

/// <summary>
/// The ids of a model in Bedrock's clients: <c>doctor</c>, <c>eliza.doctor-v1:0</c>, either of them with a region in front, or an
/// ARN that ends in one of these.
/// </summary>
internal static class ModelId
{
    private const string Publisher = "eliza.";

    // The prefixes of cross-region inference.
    private static readonly string[] Regions = ["us.", "us-gov.", "eu.", "apac.", "jp.", "au.", "ca.", "global."];

    /// <summary>The id of a model in lists.</summary>
    public static string Of(string name) => $"{Publisher}{name}-v1:0";

    /// <summary>The name of the model with this id. The parts around the name are removed one by one until there is such a model.</summary>
    public static string NameIn(string id, ModelCatalog models)
    {
        var name = id[(id.LastIndexOf('/') + 1)..];
        if (!models.Has(name))
            name = WithoutVersion(name);
        if (!models.Has(name))
            name = WithoutRegion(name);
        return models.Has(name) ? name : Without(Publisher, name);
    }

    private static string WithoutVersion(string name)
    {
        var version = name.LastIndexOf("-v", StringComparison.OrdinalIgnoreCase);
        return version > 0 && name.AsSpan(version + 2) is var numbers && numbers.IndexOf(':') is > 0 and var colon
            && IsNumber(numbers[..colon]) && IsNumber(numbers[(colon + 1)..])
            ? name[..version]
            : name;

        static bool IsNumber(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static string WithoutRegion(string name)
    {
        foreach (var region in Regions)
        {
            if (Without(region, name) is var rest && rest.Length < name.Length)
                return rest;
        }
        return name;
    }

    private static string Without(string start, string name) =>
        name.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? name[start.Length..] : name;
}
