namespace Eliza.Generator.Language;

/// <summary>Recognizes files that are not plain text by their first characters, whatever the encoding they were read with.</summary>
internal static class FileFormats
{
    /// <summary>Stands for a binary file, because the compiler gives no text for one.</summary>
    public const string Binary = "\0\0";

    /// <summary>The part of a zip file in which the names of its contents are searched for.</summary>
    private const int NearBeginning = 2_000;

    private static readonly (string Beginning, string Name)[] Formats =
    [
        (@"{\rtf", "an RTF document"),
        ("%PDF-", "a PDF document"),
        ("\u00D0\u00CF\u0011\u00E0", "a Word document"),
        ("\uFFFD\uFFFD\u0011\u0871", "a Word document"),
        ("\uFFFD\uFFFD\u0011\uFFFD", "a Word document"),
        ("\u001F\uFFFD", "a file packed by gzip"),
        ("\u001F\u008B", "a file packed by gzip"),
        ("<!DOCTYPE html", "a web page"),
        ("<html", "a web page"),
        (Binary, "a binary file, such as a Word document or a zip file"),
    ];

    private static readonly (string Member, string Name)[] Packed =
    [
        ("application/vnd.oasis.opendocument", "an OpenDocument file"),
        ("word/", "a Word document"),
        ("[Content_Types].xml", "a Word document"),
        ("Index/Document.iwa", "a Pages document"),
    ];

    /// <summary>Reports a file in another format. Nothing else can be read from it.</summary>
    public static bool IsForeign(ScriptText script, Findings findings)
    {
        var start = 0;
        while (start < script.Text.Length && char.IsWhiteSpace(script.Text[start])) start++;
        var (length, name) = Recognise(script.Text, start);
        if (name is null) return false;
        findings.Add(ScriptRules.NoTextFile, script.Place(start, length), name);
        return true;
    }

    private static (int Length, string? Name) Recognise(string text, int start)
    {
        foreach (var (beginning, name) in Formats)
        {
            if (Begins(text, start, beginning)) return (beginning.Length, name);
        }

        if (!Begins(text, start, "PK\u0003\u0004")) return default;
        foreach (var (member, name) in Packed)
        {
            if (text.IndexOf(member, start, Math.Min(NearBeginning, text.Length - start), StringComparison.Ordinal) >= 0) return (2, name);
        }

        return (2, "a zip file");
    }

    private static bool Begins(string text, int start, string beginning) =>
        string.Compare(text, start, beginning, 0, beginning.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
