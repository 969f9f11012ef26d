using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>The rules of a script in the list language of 1966.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IListRules : IRules
{
    /// <summary>The rule <c>NONE</c>. Its number belongs to no word of a user.</summary>
    static abstract int None { get; }

    /// <summary>The keyword that stores memories when it is processed.</summary>
    static abstract int MemoryKeyword { get; }

    /// <summary>Writes the text of one of the four memory rules for the words.</summary>
    /// <returns>Whether the pattern matched; if not, nothing was written.</returns>
    static abstract bool Memorise(int rule, Turn turn);

    /// <summary>The keyword to go to when none of a keyword's decompositions matches, or 0.</summary>
    static abstract int LinkOf(int keyword);
}
