using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Lines;

/// <summary>Cuts and compares words as the runtime cuts and compares those of a user's line.</summary>
internal static class LineWords
{
    /// <summary>The words between two positions of a script's text.</summary>
    public static List<Token> Cut(ScriptText script, int start, int end) => Cut(script, start, end, LineText.IsBlank);

    /// <summary>The same, but separated by white space alone: quotation marks and brackets stay.</summary>
    public static List<Token> CutAtWhiteSpace(ScriptText script, int start, int end) => Cut(script, start, end, char.IsWhiteSpace);

    /// <summary>The form in which two words are compared.</summary>
    public static string Fold(string word)
    {
        var folded = new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsHighSurrogate(word[i]) && i + 1 < word.Length && char.IsLowSurrogate(word[i + 1]))
            {
                var pair = char.ConvertFromUtf32(LineText.Fold(char.ConvertToUtf32(word[i], word[i + 1])));
                (folded[i], folded[i + 1]) = (pair[0], pair[1]);
                i++;
            }
            else
            {
                folded[i] = (char)LineText.Fold(word[i]);
            }
        }

        return new(folded);
    }

    private static List<Token> Cut(ScriptText script, int start, int end, Func<char, bool> isBlank)
    {
        List<Token> words = [];
        for (var i = start; i < end; i++)
        {
            if (isBlank(script.Text[i])) continue;
            var first = i;
            while (i < end && !isBlank(script.Text[i])) i++;
            words.Add(new(script.Text.Substring(first, i - first), script.Place(first, i - first)));
        }

        return words;
    }
}
