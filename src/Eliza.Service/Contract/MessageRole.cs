namespace Eliza.Service.Contract;

/// <summary>The author of a message. Only these kinds matter here.</summary>
internal enum MessageRole
{
    Skipped,
    System,
    User,
}
