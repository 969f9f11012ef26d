namespace Eliza.Service.Http;

/// <summary>The header with the type of a body.</summary>
internal static class ContentType
{
    public static readonly Header Json = new("content-type", "application/json");

    public static readonly Header EventStream = new("content-type", "text/event-stream; charset=utf-8");

    public static readonly Header AmazonEventStream = new("content-type", "application/vnd.amazon.eventstream");

    public static readonly Header Text = new("content-type", "text/plain; charset=utf-8");
}
