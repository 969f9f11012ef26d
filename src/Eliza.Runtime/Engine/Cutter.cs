using System.Numerics;
using System.Runtime.CompilerServices;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Goes from word to word of a line. <see cref="LineFolding"/> has set one bit for each separator. One instruction finds the
/// next separator, so no loop over characters is needed.
/// </summary>
/// <param name="separators">The bits. The last bit that is set is the end of the line.</param>
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
