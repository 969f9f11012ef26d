namespace Eliza.Function.Http;

/// <summary>One header of a response, the name in lower case.</summary>
public readonly record struct Header(string Name, string Value);
