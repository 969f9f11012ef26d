using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Cuts a folded line at blanks, commas and full stops. It looks at 64 characters at a time and keeps one bit for
/// each, so that the way from one word to the next is an instruction and not a loop over characters.
/// </summary>
/// <param name="line">The line; behind it must be <see cref="Slack"/> characters more, whatever they are.</param>
/// <param name="length">Its length.</param>
internal ref struct Cutter(ReadOnlySpan<char> line, int length)
{
    /// <summary>The characters behind a line that may be read, to no effect.</summary>
    public const int Slack = 64;

    /// <summary>What stands behind the last word.</summary>
    public const char End = '\0';

    private readonly ReadOnlySpan<char> _line = line[..(length + Slack)];
    private ulong _separators = length == 0 ? 0 : SeparatorsOf(line[..Slack]);
    private int _block;

    /// <summary>Where the next piece begins.</summary>
    public int Position { get; private set; }

    /// <summary>Takes the word at <see cref="Position"/>, which may be empty, and the separator behind it.</summary>
    /// <returns>False at the end of the line.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out int start, out int wordLength, out char separator)
    {
        start = Position;
        wordLength = 0;
        separator = End;
        if (start >= length) return false;

        while (_separators == 0)
        {
            _block += 64;
            if (_block >= length)
            {
                wordLength = length - start;
                Position = length;
                return true;
            }

            _separators = SeparatorsOf(_line.Slice(_block, Slack));
        }

        var end = _block + BitOperations.TrailingZeroCount(_separators);
        _separators &= _separators - 1;
        if (end >= length)
        {
            end = length;
            _separators = 0;
        }
        else
        {
            separator = _line[end];
        }

        wordLength = end - start;
        Position = end + 1;
        return true;
    }

    private static ulong SeparatorsOf(ReadOnlySpan<char> block)
    {
        var vectors = MemoryMarshal.Cast<char, Vector128<ushort>>(block);
        ulong separators = 0;
        for (var index = 0; index < vectors.Length - 1; index += 2)
        {
            // Of bytes, and of nothing wider, every processor gathers the first bits in one instruction.
            var areSeparators = Vector128.Narrow(AreSeparators(vectors[index]), AreSeparators(vectors[index + 1]));
            separators |= (ulong)areSeparators.ExtractMostSignificantBits() << (8 * index);
        }

        return separators;
    }

    private static Vector128<ushort> AreSeparators(Vector128<ushort> characters) =>
        Vector128.Equals(characters, Vector128.Create((ushort)' '))
        | Vector128.Equals(characters, Vector128.Create((ushort)','))
        | Vector128.Equals(characters, Vector128.Create((ushort)'.'));
}
