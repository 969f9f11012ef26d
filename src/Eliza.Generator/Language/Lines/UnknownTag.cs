using System.Globalization;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reports a tag that does not exist, and suggests another one.</summary>
internal static class UnknownTag
{
    /// <summary>Tags of lines that describe the script to readers.</summary>
    private static readonly HashSet<string> Notes = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "comment", "title", "author", "name", "bot", "script", "version", "date", "description", "language", "todo",
    };

    /// <summary>Reports the tag and finds the one that was meant, so that the lines that belong to it give no more errors.</summary>
    /// <param name="script">The script.</param>
    /// <param name="tag">The tag as the author wrote it.</param>
    /// <param name="value">The bounds of the value.</param>
    /// <param name="key">The keyword to which the line belongs, or null.</param>
    /// <param name="findings">Takes the finding.</param>
    public static Misread Report(ScriptText script, Token tag, (int Start, int End) value, Token? key, Findings findings)
    {
        var text = script.Text.Substring(value.Start, value.End - value.Start);
        if (Is(tag, "goto") || Is(tag, "newkey"))
        {
            var instead = Is(tag, "goto") ? $"reasmb: goto {text}" : "reasmb: newkey";
            Add(findings, tag, $"Write '{instead}'.", new Replacement(Line(script, tag, value), instead));
            return new(null, Damages: true);
        }

        if (Is(tag, "rank") || Is(tag, "priority") || Is(tag, "weight"))
        {
            if (key is null) Add(findings, tag, "A rank stands behind its keyword, as in 'key: word 5'.");
            else if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) Add(findings, tag, $"A rank stands behind its keyword, as in 'key: {key.Text} 5'.");
            else
                Add(
                    findings, tag, $"A rank stands behind its keyword: 'key: {key.Text} {text}'.",
                    new(key.Place with { Column = key.Place.Column + key.Place.Length, Length = 0 }, " " + text), new(Line(script, tag, value), ""));
            return new(null, Damages: false);
        }

        if (LineTag.Nearest(tag.Text) is { } meant)
        {
            Add(findings, tag, $"Did you mean '{meant}:'?", new Replacement(tag.Place, meant));
            return new(meant, Damages: false);
        }

        if (Notes.Contains(tag.Text))
        {
            Add(findings, tag, "Start the line with '#' if it is a note.", new Replacement(tag.Place with { Length = 0 }, "# "));
            return new(null, Damages: false);
        }

        Add(findings, tag, $"The tags are {string.Join(", ", LineReader.Tags)}.");
        return new(null, Damages: true);
    }

    private static void Add(Findings findings, Token tag, string advice, params Replacement[] replacements) =>
        findings.Add(ScriptRules.UnknownTag, tag.Place, [tag.Text, " " + advice], replacements);

    private static Place Line(ScriptText script, Token tag, (int Start, int End) value) =>
        tag.Place with { Length = Math.Max(script.Place(value.End, 0).Column, tag.Place.Column + tag.Place.Length) - tag.Place.Column };

    private static bool Is(Token tag, string word) => string.Equals(tag.Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>How a line with an unknown tag is read.</summary>
    /// <param name="Tag">The tag that was meant, if it is known.</param>
    /// <param name="Damages">Whether the keyword may now lack a part.</param>
    public readonly record struct Misread(string? Tag, bool Damages);
}
