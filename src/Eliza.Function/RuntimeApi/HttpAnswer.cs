namespace Eliza.Function.RuntimeApi;

/// <summary>An HTTP answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body without its transfer coding; valid until the next request.</param>
internal readonly record struct HttpAnswer(int Status, ReadOnlyMemory<byte> Body);
