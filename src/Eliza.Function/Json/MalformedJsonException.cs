namespace Eliza.Function.Json;

/// <summary>A text is not JSON, or is nested deeper than <see cref="JsonReader.MaximumDepth"/>.</summary>
/// <param name="position">The byte at which that is seen, counted from 0; the length of the text if it ends too early.</param>
/// <param name="isTooDeep">Whether it is the depth.</param>
internal sealed class MalformedJsonException(int position, bool isTooDeep) : Exception
{
    public int Position { get; } = position;

    public bool IsTooDeep { get; } = isTooDeep;
}
