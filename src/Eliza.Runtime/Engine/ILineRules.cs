using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>The rules of a script in the line language.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILineRules : IRules
{
    /// <summary>The keyword <c>xnone</c>, which answers when no other does. Its number belongs to no word of a user.</summary>
    static abstract int None { get; }

    /// <summary>The most characters of a reply for each character of the clause plus one.</summary>
    static abstract int Growth { get; }

    /// <summary>For each word after the keywords, the keyword of its class: these words belong to classes that are keywords.</summary>
    static abstract ReadOnlySpan<int> ClassKeywords { get; }

    /// <summary>Whether the clause is one of the phrases that end the conversation.</summary>
    static abstract bool IsQuit(Turn turn);

    /// <summary>Continues the search for a decomposition after one that stored a memory.</summary>
    static abstract int DecomposeAfter(int decomposition, Turn turn);

    /// <summary>The text that replaces a word with <see cref="Trait.Reflected"/> in a reply.</summary>
    static abstract string Reflect(int word);
}
