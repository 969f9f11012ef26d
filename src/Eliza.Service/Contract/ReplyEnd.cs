namespace Eliza.Service.Contract;

/// <summary>Why a reply ends.</summary>
internal enum ReplyEnd
{
    /// <summary>The reply is complete.</summary>
    Whole,

    /// <summary>A stop sequence follows it.</summary>
    Stop,

    /// <summary>It reached the limit of its length.</summary>
    Limit,
}
