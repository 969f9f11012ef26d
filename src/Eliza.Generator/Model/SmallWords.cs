using Eliza.Generator.Language;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Model;

/// <summary>The words that a line script writes in small letters somewhere, in the form in which words are compared.</summary>
internal static class SmallWords
{
    public static HashSet<string> Of(ScriptSyntax script, ScriptNames names) =>
        [.. Words(script, names).Where(IsSmall).Select(names.Fold)];

    private static IEnumerable<string> Words(ScriptSyntax script, ScriptNames names)
    {
        foreach (var rewrite in script.Pres.Concat(script.Posts))
        {
            yield return rewrite.Word.Text;
            foreach (var word in rewrite.Words) yield return word.Text;
        }

        foreach (var word in script.Classes.SelectMany(named => named.Members.Prepend(named.Name))) yield return word.Text;
        foreach (var keyword in script.Keywords)
        {
            if (names.Fold(keyword.Word.Text) != ScriptNames.FallbackWord(ScriptLanguage.Line)) yield return (keyword.Class ?? keyword.Word).Text;
            foreach (var element in keyword.Decompositions.SelectMany(decomposition => decomposition.Pattern))
            {
                if (element is LiteralSyntax literal) yield return literal.Word;
                if (element is ClassReferenceSyntax reference) yield return reference.Classes[0].Text;
            }
        }
    }

    private static bool IsSmall(string word)
    {
        for (var position = 0; position < word.Length;)
        {
            if (Letters.IsCapital(Utf16.Read(word.AsSpan(), ref position))) return false;
        }

        return true;
    }
}
