using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Describes in English what a pattern matches.</summary>
internal static class English
{
    private const string AnyWords = "any words or none";

    /// <summary>A pattern, one line for each element, with the numbers of its components in reassemblies.</summary>
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

    /// <summary>The elements of a pattern in the syntax tree, each with the number of its component, or nothing.</summary>
    public static IEnumerable<(string Component, string Meaning)> Describe(ScriptLanguage language, EquatableArray<ElementSyntax> pattern)
    {
        var quotes = new Quotes(language);
        var number = 0;
        foreach (var element in pattern)
        {
            var isCounted = language == ScriptLanguage.List || element is not LiteralSyntax;
            yield return (isCounted ? (++number).ToString(CultureInfo.InvariantCulture) : "", element switch
            {
                LiteralSyntax literal => Word(literal.Word),
                ExactWordsSyntax exact => Words(exact.Count),
                AnyWordsSyntax => AnyWords,
                _ => Set(quotes.Element(element)),
            });
        }
    }

    private static string Describe(ScriptModel script, Element element) => element switch
    {
        OneWord one => Word(Names.Spelling(script, one.Word)),
        GivenWord given => given.Parameter,
        OneOf set => Set(script.Sets[set.Set].Quote),
        ExactWords exact => Words(exact.Count),
        _ => AnyWords,
    };

    private static string Word(string word) => $"“{word}”";

    private static string Set(string quote) => "one of " + quote;

    private static string Words(int count) => count == 1 ? "one word" : count.ToString(CultureInfo.InvariantCulture) + " words";
}
