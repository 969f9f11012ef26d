using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>
/// The rules of a script as the generator writes them, in either language. A struct implements it, so that the engine is
/// compiled once for each script and calls it directly.
/// </summary>
/// <remarks>
/// Words of the script are numbered from 1; a word of the user that the script does not know is 0. The words that
/// are keywords come first, so that a keyword's number is its word's. Decompositions and reassemblies are
/// numbered from 0 in the order of the script.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRules
{
    /// <summary>A number that no other script and no other version of this one has; see <see cref="ConversationState.Script"/>.</summary>
    static abstract ulong Fingerprint { get; }

    /// <summary>Words 1 to this are keywords.</summary>
    static abstract int KeywordCount { get; }

    /// <summary>The most cuts that a decomposition of this script makes; see <see cref="Turn.Cuts"/>.</summary>
    static abstract int MaximumCuts { get; }

    /// <summary>The <see cref="Trait"/> bits of each word, by its number.</summary>
    static abstract ReadOnlySpan<byte> Traits { get; }

    /// <summary>The rank of each keyword, by its number.</summary>
    static abstract ReadOnlySpan<int> Ranks { get; }

    /// <summary>
    /// The cost of trying each keyword, as two numbers: the steps that it always takes, and those for each word of the
    /// clause. The first two numbers are the largest of each kind.
    /// </summary>
    static abstract ReadOnlySpan<int> Costs { get; }

    /// <summary>
    /// The number of the first reassembly of each decomposition, and at the end the count of all reassemblies. In the
    /// line language two more numbers follow: the one before plus the number of greetings, and that plus the number of
    /// farewells.
    /// </summary>
    static abstract ReadOnlySpan<int> FirstReassemblies { get; }

    /// <summary>What each reassembly does, by its number.</summary>
    static abstract ReadOnlySpan<ReassemblyKind> ReassemblyKinds { get; }

    /// <summary>The number of a word, 0 if the script does not know it.</summary>
    /// <param name="line">The word in the form in which the language compares words, and at least seven characters of anything behind it.</param>
    /// <param name="length">The length of the word.</param>
    static abstract int Find(ReadOnlySpan<char> line, int length);

    /// <summary>Adds to the clause the words that replace one that has <see cref="Trait.Rewritten"/>.</summary>
    static abstract void Rewrite(int word, Turn turn);

    /// <summary>The first decomposition of a keyword that matches the clause, or -1. Its cuts are made.</summary>
    static abstract int Decompose(int keyword, Turn turn);

    /// <summary>Writes a reassembly of the decomposition that matched: a reply, or the words that replace the clause's.</summary>
    /// <param name="reassembly">Its number.</param>
    /// <param name="turn">Where to write.</param>
    static abstract void Reassemble(int reassembly, Turn turn);

    /// <summary>The keyword that a reassembly goes to; 0 for a reassembly that goes to none.</summary>
    static abstract int TargetOf(int reassembly);
}
