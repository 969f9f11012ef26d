using System.Globalization;
using Eliza.Service.Contract.Models;

namespace Eliza.Service.Bedrock;

/// <summary>
/// The ids by which Bedrock's clients name a model: <c>doctor</c>, <c>eliza.doctor-v1:0</c>, the same with a region in front, or an
/// ARN that ends in one of these.
/// </summary>
internal static class ModelId
{
    private const string Publisher = "eliza.";

    // Of cross-region inference.
    private static readonly string[] Regions = ["us.", "us-gov.", "eu.", "apac.", "jp.", "au.", "ca.", "global."];

    /// <summary>The id of a model as lists have it.</summary>
    public static string Of(string name) => $"{Publisher}{name}-v1:0";

    /// <summary>The name of the model that an id means. What stands around the name is removed, part by part, until such a model exists.</summary>
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
