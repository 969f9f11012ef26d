using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Checks;

/// <summary>
/// The words that a clause can contain when patterns are matched: words that a user can type and that no <c>pre</c> or
/// substitution replaces, and words that a replacement or a PRE adds.
/// </summary>
internal sealed class PossibleWords
{
    private readonly CheckedScript script;
    private readonly Dictionary<string, (string By, Place Place)> rewritten = [];
    private readonly HashSet<string> produced = [];

    public PossibleWords(CheckedScript script)
    {
        this.script = script;
        foreach (var pre in script.Syntax.Pres) Rewrite(pre.Word, pre.Words);
        foreach (var keyword in script.Syntax.Keywords)
        {
            if (keyword.Substitute is { } substitute && !script.IsFallback(keyword)) Rewrite(keyword.Word, new([substitute]));
            foreach (var part in keyword.Decompositions.SelectMany(d => d.Reassemblies).OfType<PreSyntax>().SelectMany(pre => pre.Parts).OfType<LiteralPartSyntax>())
            {
                produced.Add(part.Text);
                produced.UnionWith(part.Text.Split(' '));
            }
        }
    }

    /// <summary>Whether a clause can contain a word.</summary>
    public bool Contains(string word) =>
        produced.Contains(script.Fold(word)) || (IsTypeable(word) && !rewritten.ContainsKey(script.Fold(word)));

    /// <summary>Whether a user can type a word.</summary>
    public bool IsTypeable(string word) => WhyNotTypeable(word) is null;

    /// <summary>The replacement of a word and its place, or null if the word is not replaced or users cannot type it.</summary>
    public (string By, Place Place)? Rewritten(string word) =>
        IsTypeable(word) && rewritten.TryGetValue(script.Fold(word), out var rewrite) ? rewrite : null;

    /// <summary>The reason why a user cannot type a word, or null.</summary>
    public string? WhyNotTypeable(string word)
    {
        if (script.IsList)
        {
            if (word == "BUT") return "BUT ends a clause";
            if (word.IndexOf(' ') >= 0) return "a quotation mark separates words";
            return word.IndexOfAny([',', '.']) >= 0 ? "punctuation is never part of a word" : null;
        }

        return script.Fold(word) == LineText.But ? $"'{word}' ends a clause" : null;
    }

    private void Rewrite(Token word, EquatableArray<Token> by)
    {
        var folded = script.Fold(word.Text);
        if (!rewritten.ContainsKey(folded)) rewritten.Add(folded, (string.Join(" ", by.Select(w => w.Text)), word.Place));
        produced.UnionWith(by.Select(w => script.Fold(w.Text)));
    }
}
