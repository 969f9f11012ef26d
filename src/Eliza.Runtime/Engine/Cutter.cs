using System.Numerics;
using System.Runtime.CompilerServices;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Goes from word to word by the separators of a line, of which <see cref="LineFolding"/> keeps one bit for each
/// character: the way to the next is an instruction and not a loop over characters.
/// </summary>
/// <param name="separators">The bits; the last that is set is that of the end of the line.</param>
internal ref struct Cutter(ReadOnlySpan<ulong> separators)
{
    private const int Block = 64;

    private readonly ReadOnlySpan<ulong> _separators = separators;
    private ulong _bits = separators[0];
    private int _block;
    private int _position;

    /// <summary>Takes the next word, which may be empty.</summary>
    /// <returns>False at the end of the line.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out int start, out int end)
    {
        start = end = _position;
        while (_bits == 0)
        {
            _block += Block;
            if (_block / Block >= _separators.Length) return false;
            _bits = _separators[_block / Block];
        }

        end = _block + BitOperations.TrailingZeroCount(_bits);
        _bits &= _bits - 1;
        _position = end + 1;
        return true;
    }
}
