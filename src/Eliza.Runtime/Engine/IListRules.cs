using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>The rules of a script in the list language of 1966.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IListRules : IRules
{
    /// <summary>The rule <c>NONE</c>: a keyword that no user can type.</summary>
    static abstract int None { get; }

    /// <summary>The keyword whose processing stores memories.</summary>
    static abstract int MemoryKeyword { get; }

    /// <summary>Writes what one of the four memory patterns makes of the words.</summary>
    /// <returns>Whether the pattern matched; if not, nothing was written.</returns>
    static abstract bool Memorise(int rule, Turn turn);

    /// <summary>The keyword that a rule links to when none of its decompositions matches, 0 for none.</summary>
    static abstract int LinkOf(int keyword);
}
