namespace Eliza.Function.RuntimeApi;

/// <summary>The Runtime API cannot be reached, refuses a request, or does not answer in HTTP. The process cannot continue, and Lambda must replace it.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
