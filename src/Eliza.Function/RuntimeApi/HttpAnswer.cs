namespace Eliza.Function.RuntimeApi;

/// <summary>An HTTP answer, as a view of the connection's buffer: valid until the next request.</summary>
internal readonly ref struct HttpAnswer(int status, ReadOnlySpan<byte> head, ReadOnlyMemory<byte> body)
{
    private readonly ReadOnlySpan<byte> _head = head;

    /// <summary>The status code.</summary>
    public int Status { get; } = status;

    /// <summary>The header fields, in order.</summary>
    public HttpFields Fields => new(_head);

    /// <summary>The body, its transfer coding removed.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;
}
