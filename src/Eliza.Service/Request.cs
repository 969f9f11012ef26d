namespace Eliza.Service;

/// <summary>
/// A request without its body, so that the service can refuse it before the body is read.
/// </summary>
/// <param name="Method">The method, such as <c>POST</c>; methods are case-sensitive.</param>
/// <param name="Path">The path, decoded, without any prefix of the host's front end.</param>
public sealed record Request(string Method, string Path)
{
    /// <summary>The headers.</summary>
    public RequestHeaders Headers { get; } = new();

    /// <summary>The query without its question mark; empty if there is none. The service does not use it.</summary>
    public string Query { get; init; } = "";

    /// <summary>The address of the peer in the host's network, or null if it is not known.</summary>
    public string? Peer { get; init; }

    /// <summary>The id that the host's front end gave the request, or null. The service then makes an id.</summary>
    public string? Id { get; init; }
}
