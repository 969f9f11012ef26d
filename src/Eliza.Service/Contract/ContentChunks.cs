namespace Eliza.Service.Contract;

/// <summary>Divides a reply into the chunks of a stream: one word each, or several if the reply is long.</summary>
internal ref struct ContentChunks(ReadOnlySpan<char> text)
{
    private readonly int _words = (Words.Count(text) + Limits.ContentChunks - 1) / Limits.ContentChunks;
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly ContentChunks GetEnumerator() => this;

    public bool MoveNext()
    {
        var length = Words.Length(_rest, _words);
        // White space at the end of the reply belongs to the last word.
        if (_rest[length..].IsWhiteSpace())
            length = _rest.Length;
        Current = _rest[..length];
        _rest = _rest[length..];
        return !Current.IsEmpty;
    }
}
