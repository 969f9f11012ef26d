using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>
/// The rules of a script as the generator writes them, in either language. A struct implements this interface. So the engine is
/// compiled once for each script and calls the rules directly.
/// </summary>
/// <remarks>
/// The words of the script are numbered from 1; a user's word that the script does not know is 0. Keywords come first, so the
/// number of a keyword is also the number of its word. Decompositions and reassemblies are numbered from 0 in the order of the
/// script.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRules
{
    /// <summary>A number that differs for every other script and every other version; see <see cref="ConversationState.Script"/>.</summary>
    static abstract ulong Fingerprint { get; }

    /// <summary>The number of keywords. Words 1 to this number are keywords.</summary>
    static abstract int KeywordCount { get; }

    /// <summary>The most cuts of a decomposition of this script; see <see cref="Turn.Cuts"/>.</summary>
    static abstract int MaximumCuts { get; }

    /// <summary>The <see cref="Trait"/> bits of each word, by its number.</summary>
    static abstract ReadOnlySpan<byte> Traits { get; }

    /// <summary>The rank of each keyword, by its number.</summary>
    static abstract ReadOnlySpan<int> Ranks { get; }

    /// <summary>
    /// The cost of trying each keyword, as two numbers: a fixed number of steps, and the steps for each word of the clause. The
    /// first two numbers are the largest of each kind.
    /// </summary>
    static abstract ReadOnlySpan<int> Costs { get; }

    /// <summary>
    /// The number of the first reassembly of each decomposition, and at the end the number of all reassemblies. In the
    /// line language two more numbers follow: the last one plus the number of greetings, and that sum plus the number of
    /// farewells.
    /// </summary>
    static abstract ReadOnlySpan<int> FirstReassemblies { get; }

    /// <summary>The kind of each reassembly, by its number.</summary>
    static abstract ReadOnlySpan<ReassemblyKind> ReassemblyKinds { get; }

    /// <summary>The number of a word, or 0 if the script does not know it.</summary>
    /// <param name="line">The word in the form in which the language compares words, and at least seven more characters.</param>
    /// <param name="length">The length of the word.</param>
    static abstract int Find(ReadOnlySpan<char> line, int length);

    /// <summary>Adds to the clause the words that replace a word with <see cref="Trait.Rewritten"/>.</summary>
    static abstract void Rewrite(int word, Turn turn);

    /// <summary>The first decomposition of a keyword that matches the clause, or -1. This also makes its cuts.</summary>
    static abstract int Decompose(int keyword, Turn turn);

    /// <summary>Writes a reassembly of the matching decomposition: a reply, or the words that replace those of the clause.</summary>
    /// <param name="reassembly">Its number.</param>
    /// <param name="turn">Takes the text.</param>
    static abstract void Reassemble(int reassembly, Turn turn);

    /// <summary>The keyword that a reassembly goes to, or 0.</summary>
    static abstract int TargetOf(int reassembly);
}
