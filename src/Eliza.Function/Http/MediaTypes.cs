namespace Eliza.Function.Http;

/// <summary>What a body is, as Content-Type says it.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string EventStream = "text/event-stream; charset=utf-8";

    public const string Text = "text/plain; charset=utf-8";
}
