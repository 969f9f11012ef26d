using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Says in English what a pattern matches.</summary>
internal static class English
{
    /// <summary>The pattern with the numbers by which reassemblies refer to its components.</summary>
    public static string Describe(ScriptModel script, EquatableArray<Element> pattern)
    {
        var number = 0;
        return string.Join(", then ", pattern.Select(element =>
        {
            var isCounted = script.Language == ScriptLanguage.List || element is not OneWord;
            var what = element switch
            {
                OneWord one => $"“{Names.Spelling(script, one.Word)}”",
                OneOf set => $"one of {script.Sets[set.Set].Quote}",
                ExactWords { Count: 1 } => "any one word",
                ExactWords exact => $"any {exact.Count} words",
                _ => "any words or none",
            };
            return isCounted ? $"({++number}) {what}" : what;
        }));
    }

    /// <summary>A segment as the script would write it.</summary>
    public static string Quote(ScriptModel script, Layout.Segment segment) => segment.Elements.Count == 0
        ? "word, or the end"
        : string.Join(" ", segment.Elements.Select(element => element switch
        {
            OneWord one => Names.Spelling(script, one.Word),
            OneOf set => script.Sets[set.Set].Quote,
            ExactWords { Count: 1 } => "(one word)",
            ExactWords exact => $"({exact.Count} words)",
            _ => "*",
        }));
}
