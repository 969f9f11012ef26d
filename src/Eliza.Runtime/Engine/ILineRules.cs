using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>The rules of a script in the line language.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILineRules : IRules
{
    /// <summary>The keyword <c>xnone</c>, which answers when nothing else does: one that no user can type.</summary>
    static abstract int None { get; }

    /// <summary>The most characters of a reply for each character of the clause plus one.</summary>
    static abstract int Growth { get; }

    /// <summary>The words after the keywords belong to classes that are keywords: for each of them its keyword.</summary>
    static abstract ReadOnlySpan<int> ClassKeywords { get; }

    /// <summary>Whether the clause is one of the phrases that end the talk.</summary>
    static abstract bool IsQuit(Turn turn);

    /// <summary>Continues the search for a decomposition after one that stored a memory.</summary>
    static abstract int DecomposeAfter(int decomposition, Turn turn);

    /// <summary>What a word that has <see cref="Trait.Reflected"/> becomes on its way into a reply.</summary>
    static abstract string Reflect(int word);
}
