using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Plain;

/// <summary>The text of the line language: divides a line into clauses and words, and tidies replies.</summary>
internal static partial class Phrases
{
    /// <summary>The clauses of a line with their words in the user's spelling. Empty clauses are left out.</summary>
    public static List<string[]> Clauses(string line) => [.. from clause in Cut(line) where clause.Length > 0 select clause];

    /// <summary>The words of a text, without regard to clauses.</summary>
    public static string[] Words(string text) => [.. Cut(text, "").SelectMany(words => words)];

    /// <summary>The words of a text by clauses. A clause ends at punctuation, at several hyphens or a hyphen alone, and at the word "but".</summary>
    public static List<string[]> Cut(string text, string but = "but")
    {
        var characters = Characters.Of(text);
        var clauses = new List<List<string>> { new() };
        var word = new StringBuilder();
        for (var i = 0; i <= characters.Length; i++)
        {
            if (i < characters.Length && IsOfWord(characters, i))
            {
                word.Append(Characters.IsApostrophe(characters[i]) ? "'" : Characters.IsHyphen(characters[i]) ? "-" : characters[i].ToString());
                continue;
            }

            if (LineScript.Fold(word.ToString()) == but && but.Length > 0) clauses.Add([]);
            else if (word.Length > 0) clauses[^1].Add(word.ToString());
            word.Clear();
            if (i < characters.Length && EndsClause(characters, i)) clauses.Add([]);
        }

        return [.. clauses.Select(clause => clause.ToArray())];
    }

    /// <summary>Whether a character is part of a word: a letter, a number, their marks, or a character between two of these.</summary>
    private static bool IsOfWord(Rune[] characters, int index)
    {
        var one = characters[index];
        if (Characters.IsLetterOrNumber(one)) return true;
        if (index == 0 || !IsOfWord(characters, index - 1)) return false;
        if (Characters.IsMark(one)) return true;
        if (index == characters.Length - 1) return false;
        if (one.ToString() is "." or "," or ":") return Characters.IsDigit(characters[index - 1]) && Characters.IsDigit(characters[index + 1]);
        return (Characters.IsApostrophe(one) || Characters.IsHyphen(one)) && Characters.IsLetterOrNumber(characters[index + 1]);
    }

    private static bool EndsClause(Rune[] characters, int index)
    {
        if (Characters.EndsClause(characters[index])) return true;
        if (!Characters.IsHyphen(characters[index])) return false;
        var isBehindHyphen = index > 0 && Characters.IsHyphen(characters[index - 1]);
        var isBeforeHyphen = index < characters.Length - 1 && Characters.IsHyphen(characters[index + 1]);
        var touchesWord = (index > 0 && IsOfWord(characters, index - 1)) || (index < characters.Length - 1 && IsOfWord(characters, index + 1));
        return isBehindHyphen || isBeforeHyphen || !touchesWord;
    }

    /// <summary>The reply with one blank between words and none at its ends. It begins with a capital, unless its first word has one elsewhere.</summary>
    public static string Tidy(string reply)
    {
        var characters = Blanks().Replace(reply, " ").Trim(' ').EnumerateRunes().ToArray();
        var first = Array.FindIndex(characters, Characters.IsLetterOrNumber);
        if (first < 0) return string.Concat(characters);

        var rest = characters[(first + 1)..].TakeWhile(rune =>
            Characters.IsLetterOrNumber(rune) || Characters.IsMark(rune) || Characters.IsApostrophe(rune) || Characters.IsHyphen(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);
        if (!rest.Any(Characters.IsCapital)) characters[first] = Characters.Title(characters[first]);
        return string.Concat(characters);
    }

    /// <summary>Whether the first token of a text has only punctuation.</summary>
    public static bool BeginsWithPunctuation(string text) => Punctuation().IsMatch(text);

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex("^ *[.,?!;:]+( |$)")]
    private static partial Regex Punctuation();
}
