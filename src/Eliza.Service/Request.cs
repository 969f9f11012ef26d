namespace Eliza.Service;

/// <summary>
/// A request as a host hands it over: all but its body, so that the service can refuse it before the body is read.
/// </summary>
/// <param name="Method">The method, such as <c>POST</c>; methods are case-sensitive.</param>
/// <param name="Path">The path, decoded, without what the host's front end puts before it.</param>
public sealed record Request(string Method, string Path)
{
    /// <summary>The headers.</summary>
    public RequestHeaders Headers { get; } = new();

    /// <summary>The query without its question mark; empty if there is none. It has no meaning here.</summary>
    public string Query { get; init; } = "";

    /// <summary>The address of the peer as the host's network layer sees it; null if it is not known.</summary>
    public string? Peer { get; init; }

    /// <summary>The id that the host's front end gave the request, or null: then the service makes one.</summary>
    public string? Id { get; init; }
}
