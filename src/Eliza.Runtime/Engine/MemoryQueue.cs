using System.Collections.Immutable;

namespace Eliza.Runtime.Engine;

/// <summary>
/// The memories of a conversation. The oldest is the first. Their texts are in one buffer, so that a memory allocates nothing
/// when the buffer is large enough. The changes of the last line can be undone.
/// </summary>
internal sealed class MemoryQueue(int capacity)
{
    /// <summary>The most characters of all memories of a conversation. When there are more, the oldest memories are dropped.</summary>
    public const int MaximumCharacters = Budget.MostCharacters;

    private int[] _lengths = [];
    private char[] _text = [];
    private Range _now;

    // The memories before the last line. Their texts are kept until the next line.
    private Range _before;

    public bool IsEmpty => _now.First == _now.Last;

    private int Count => _now.Last - _now.First;

    /// <summary>Marks the beginning of a line.</summary>
    public void BeginLine() => _before = _now;

    /// <summary>Undoes the changes of the last line.</summary>
    public void TakeBack() => _now = _before;

    public void Add(ReadOnlySpan<char> memory)
    {
        while (Count >= capacity || (!IsEmpty && _now.End - _now.Start + memory.Length > MaximumCharacters)) Take();

        if (_now.Last == _lengths.Length) MakeRoomForLength();
        if (_now.End + memory.Length > _text.Length) MakeRoomForText(memory.Length);
        memory.CopyTo(_text.AsSpan(_now.End));
        _lengths[_now.Last] = memory.Length;
        _now = _now with { Last = _now.Last + 1, End = _now.End + memory.Length };
    }

    /// <summary>Removes the oldest memory. Its text is valid until the next memory is added.</summary>
    public ReadOnlySpan<char> Take()
    {
        var memory = _text.AsSpan(_now.Start, _lengths[_now.First]);
        _now = _now with { First = _now.First + 1, Start = _now.Start + memory.Length };
        return memory;
    }

    public ImmutableArray<string> ToArray()
    {
        var start = _now.Start;
        var memories = ImmutableArray.CreateBuilder<string>(Count);
        foreach (var length in _lengths.AsSpan(_now.First, Count))
        {
            memories.Add(new string(_text, start, length));
            start += length;
        }

        return memories.MoveToImmutable();
    }

    /// <summary>Moves the lengths to the start of their buffer, or to a larger buffer if they fill more than half of it.</summary>
    private void MakeRoomForLength()
    {
        _lengths = Moved(_lengths, _before.First, _now.Last, 1, 16);
        Move(new(_before.First, _before.First, 0, 0));
    }

    /// <summary>Does the same with the texts.</summary>
    private void MakeRoomForText(int length)
    {
        _text = Moved(_text, _before.Start, _now.End, length, 256);
        Move(new(0, 0, _before.Start, _before.Start));
    }

    private void Move(Range offset) => (_now, _before) = (_now - offset, _before - offset);

    private static T[] Moved<T>(T[] items, int start, int end, int more, int least)
    {
        var used = end - start;
        var target = 2 * (used + more) > items.Length ? new T[Math.Max(least, 2 * (used + more))] : items;
        items.AsSpan(start, used).CopyTo(target);
        return target;
    }

    /// <summary>The memories between two places, and the characters of their texts.</summary>
    private readonly record struct Range(int First, int Last, int Start, int End)
    {
        public static Range operator -(Range range, Range offset) =>
            new(range.First - offset.First, range.Last - offset.Last, range.Start - offset.Start, range.End - offset.End);
    }
}
