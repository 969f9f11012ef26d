namespace Eliza.Function.RuntimeApi;

/// <summary>The Runtime API is lost, answers what is not HTTP, or refuses: this process cannot go on and is to be replaced.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
