namespace Eliza.Runtime.Tracing;

/// <summary>The source of a reply that no keyword of the line gave.</summary>
public enum Fallback
{
    /// <summary>A memory was recalled.</summary>
    Memory,

    /// <summary>The rule <c>NONE</c> or <c>xnone</c> answered.</summary>
    None,

    /// <summary>A fixed reply, because no decomposition of the current keyword matched.</summary>
    NoMatch,

    /// <summary>The farewell, because the user has left.</summary>
    Farewell,

    /// <summary>The line has used up its steps or characters.</summary>
    Exhausted,

    /// <summary>The user's own words, or in the line language a fixed reply, because even the rule <c>NONE</c> or <c>xnone</c> had no text.</summary>
    LastResort,
}
