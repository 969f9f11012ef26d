using System.Collections.Immutable;

namespace Eliza.Runtime.Engine;

/// <summary>
/// The memories of a conversation, oldest first. Their texts stand one after the other in one buffer, so that a
/// memory costs no allocation once the buffer has its size.
/// </summary>
internal sealed class MemoryQueue(int capacity)
{
    /// <summary>The characters that all memories of a conversation may have together; beyond it the oldest go.</summary>
    public const int MaximumCharacters = 1 << 22;

    private readonly Queue<int> _lengths = new();
    private char[] _text = [];
    private int _start;
    private int _end;

    public bool IsEmpty => _lengths.Count == 0;

    public void Add(ReadOnlySpan<char> memory)
    {
        while (_lengths.Count >= capacity || (_lengths.Count > 0 && _end - _start + memory.Length > MaximumCharacters)) Take();

        if (_end + memory.Length > _text.Length) MakeRoom(memory.Length);
        memory.CopyTo(_text.AsSpan(_end));
        _end += memory.Length;
        _lengths.Enqueue(memory.Length);
    }

    /// <summary>Removes the oldest memory; the text is valid until the next is added.</summary>
    public ReadOnlySpan<char> Take()
    {
        var memory = _text.AsSpan(_start, _lengths.Dequeue());
        _start += memory.Length;
        return memory;
    }

    public ImmutableArray<string> ToArray()
    {
        var start = _start;
        var memories = ImmutableArray.CreateBuilder<string>(_lengths.Count);
        foreach (var length in _lengths)
        {
            memories.Add(new string(_text, start, length));
            start += length;
        }

        return memories.MoveToImmutable();
    }

    public void Restore(ImmutableArray<string> memories)
    {
        _lengths.Clear();
        _start = _end = 0;
        foreach (var memory in memories) Add(memory);
    }

    /// <summary>Moves the texts to the start of the buffer, or of a larger one where they fill more than half of it.</summary>
    private void MakeRoom(int length)
    {
        var used = _end - _start;
        var target = 2 * (used + length) > _text.Length ? new char[Math.Max(256, 2 * (used + length))] : _text;
        _text.AsSpan(_start, used).CopyTo(target);
        (_text, _start, _end) = (target, 0, used);
    }
}
