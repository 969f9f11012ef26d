using Eliza.Generator.Language;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A word that a user can type, and its effects.</summary>
/// <param name="Text">The word.</param>
/// <param name="Words">The words in the clause, in the form in which words are compared.</param>
/// <param name="Keywords">The keywords that it leads to, in order.</param>
internal sealed record TypedWord(string Text, IReadOnlyList<string> Words, IReadOnlyList<KeywordSyntax> Keywords)
{
    /// <summary>Whether the script does not have the word.</summary>
    public bool IsFiller { get; init; }

    /// <summary>A word of a clause, not necessarily typed.</summary>
    public static TypedWord InClause(string word) => new(word, [word], []);
}
