using System.Globalization;
using System.Text.RegularExpressions;

namespace Eliza.Generator.Language.Checks;

/// <summary>Reports text that was probably meant as a component but becomes part of the reply: <see cref="ScriptRules.SpokenComponent"/>.</summary>
internal static class SpokenComponents
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>A number in other brackets, or with only one of two brackets.</summary>
    private static readonly Regex Number = new(
        @"\(\s+(?<n>[0-9]{1,2})\s*\)|\((?<n>[0-9]{1,2})\s+\)|\[\s*(?<n>[0-9]{1,2})\s*\]|\$?\{+\s*(?<n>[0-9]{1,2})\s*\}+|<\s*(?<n>[0-9]{1,2})\s*>|（\s*(?<n>[0-9]{1,2})\s*）"
        + @"|(?<open>\((?<n>[0-9]{1,2})(?![0-9\p{L}]|[.,:][0-9])(?=[^)]*$))|(?<sure>(?<=^[^()]*[^\s()][^()]*[^0-9()])(?<n>[0-9])\)(?=[^)]*$))|(?<sure>(?<![\p{L}0-9$%\\])[$%\\](?<n>[0-9])(?![0-9\p{L}%]|[.,][0-9]))",
        Options);

    /// <summary>A word in brackets of any kind, or marked as a name.</summary>
    private static readonly Regex Name = new(
        @"[\[(<]\s*(?<name>\p{L}+|\*)\s*[\])>]|\$?(?<braces>\{+)\s*(?<name>[\p{L}_]+|\*)\s*\}+|%(?<name>\p{L}+)%|(?<![\p{L}0-9])\$(?<name>\p{L}+)", Options);

    private static readonly Regex Class = new(@"(?<![\p{L}0-9.@_])@(?<name>\p{L}[\p{L}0-9'’-]*)(?!\.\p{L}|@)", Options);
    private static readonly Regex Star = new(@"(?<!\S)\*(?![^\s.,?!;:])", Options);

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "user", "username", "word", "words", "noun", "verb", "adjective", "subject", "object", "text", "input", "match", "component", "n", "x", "*",
    };

    public static void Check(CheckedScript script, Token text, DecompositionSyntax? decomposition, Findings findings)
    {
        List<ElementSyntax> components = [.. (decomposition?.Pattern ?? default).Where(element => element is not LiteralSyntax)];
        foreach (Match match in Number.Matches(text.Text)) CheckNumber(text, match, components, findings);
        foreach (Match match in Name.Matches(text.Text)) CheckName(script, text, match, components, findings);
        foreach (Match match in Class.Matches(text.Text))
            Report(text, match, ComponentOf(script, match.Groups["name"].Value, components), components, findings);

        // Two stars mark an action, as in * sighs *.
        var stars = Star.Matches(text.Text);
        if (stars.Count == 1) Report(text, stars[0], components.Count == 1 ? 1 : null, components, findings);
    }

    private static void CheckNumber(Token text, Match match, List<ElementSyntax> components, Findings findings)
    {
        var number = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        var isInRange = number >= 1 && number <= components.Count;

        // '$3' and '2)' may be intended if the pattern has no such component, or if the text has a correct one.
        if (match.Groups["sure"].Success && (!isInRange || Regex.IsMatch(text.Text, @"\([0-9]+\)"))) return;
        Report(text, match, isInRange ? number : null, components, findings);
    }

    private static void CheckName(CheckedScript script, Token text, Match match, List<ElementSyntax> components, Findings findings)
    {
        var name = match.Groups["name"].Value;
        var number = Array.FindIndex(Numbers, word => string.Equals(word, name, StringComparison.OrdinalIgnoreCase)) + 1;
        if (number > 0)
        {
            if (number <= components.Count) Report(text, match, number, components, findings);
        }
        else if (match.Groups["braces"].Success || Placeholders.Contains(name) || script.Class(name) is not null)
        {
            Report(text, match, name == "*" && components.Count == 1 ? 1 : ComponentOf(script, name, components), components, findings);
        }
    }

    /// <summary>The number of the component that a class stands for, if there is only one.</summary>
    private static int? ComponentOf(CheckedScript script, string name, List<ElementSyntax> components)
    {
        List<int> numbers = [.. Enumerable.Range(0, components.Count).Where(i => components[i] is ClassReferenceSyntax { Classes: [var only] } && script.Fold(only.Text) == script.Fold(name))];
        return numbers is [var index] ? index + 1 : null;
    }

    private static void Report(Token text, Match match, int? number, List<ElementSyntax> components, Findings findings)
    {
        var place = SpokenMistakes.Within(text, match.Index, match.Length);
        if (number is { } known)
        {
            var component = FormattableString.Invariant($"({known})");
            findings.Add(ScriptRules.SpokenComponent, place, [match.Value, $"Write '{component}' for what the user said there."], new Replacement(place, component));
            return;
        }

        findings.Add(ScriptRules.SpokenComponent, place, match.Value, components.Count switch
        {
            0 => "Only '(1)', '(2)' and so on give the user's words back, and there is no '*' and no '@' that they could stand for.",
            1 => "Only '(1)' gives the user's words back, those of the only '*' or '@' of its decomposition.",
            _ => FormattableString.Invariant($"Only '(1)' to '({components.Count})' give the user's words back, those of the '*' and '@' of its decomposition."),
        });
    }
}
