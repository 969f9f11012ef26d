using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Says in English what a pattern matches.</summary>
internal static class English
{
    /// <summary>A pattern, one element to a line, with the numbers by which reassemblies refer to its components.</summary>
    public static IEnumerable<string> Describe(ScriptModel script, EquatableArray<Element> pattern)
    {
        var number = 0;
        foreach (var element in pattern)
        {
            var isCounted = script.Language == ScriptLanguage.List || element is not (OneWord or GivenWord);
            var component = isCounted ? "(" + (++number).ToString(CultureInfo.InvariantCulture) + ")" : "";
            yield return component.PadRight(4) + Describe(script, element);
        }
    }

    /// <summary>A segment, on one line.</summary>
    public static string Describe(ScriptModel script, Layout.Segment segment) => segment.Elements.Count == 0
        ? "no word"
        : string.Join(", ", segment.Elements.Select(element => Describe(script, element)));

    private static string Describe(ScriptModel script, Element element) => element switch
    {
        OneWord one => $"“{Names.Spelling(script, one.Word)}”",
        GivenWord given => given.Parameter,
        OneOf set => "one of " + script.Sets[set.Set].Quote,
        ExactWords { Count: 1 } => "one word",
        ExactWords exact => exact.Count.ToString(CultureInfo.InvariantCulture) + " words",
        _ => "any words or none",
    };
}
