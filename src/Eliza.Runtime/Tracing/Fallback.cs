namespace Eliza.Runtime.Tracing;

/// <summary>Where a reply comes from if no keyword of the line gave it.</summary>
public enum Fallback
{
    /// <summary>A memory was recalled.</summary>
    Memory,

    /// <summary>The rule <c>NONE</c> or <c>xnone</c> answered.</summary>
    None,

    /// <summary>A fixed reply: the keyword at hand had no decomposition that matches.</summary>
    NoMatch,

    /// <summary>A fixed reply: the user has left.</summary>
    Farewell,

    /// <summary>The reply cost too much.</summary>
    Exhausted,

    /// <summary>The user's own words, or in the line language a fixed reply: even the rule <c>NONE</c> or <c>xnone</c> had no text.</summary>
    LastResort,
}
