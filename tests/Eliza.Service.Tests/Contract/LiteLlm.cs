using System.Text.RegularExpressions;

namespace Eliza.Service.Tests.Contract;

/// <summary>
/// How LiteLLM 1.80.9 treats an error of a model "openai/…", written in C# because Python's packages may be absent.
/// Names come from litellm_core_utils/exception_mapping_utils.py, cooling from router_utils/cooldown_handlers.py.
/// </summary>
internal static partial class LiteLlm
{
    private static readonly (string[] Phrases, string Name)[] Phrases =
    [
        (["this model's maximum context length is"], "ContextWindowExceededError"),
        (["string too long. expected a string with maximum length"], "ContextWindowExceededError"),
        (["exceed context limit"], "ContextWindowExceededError"),
        (["invalid_request_error", "model_not_found"], "NotFoundError"),
        (["a timeout occurred"], "Timeout"),
        (["invalid_request_error", "content_policy_violation"], "ContentPolicyViolationError"),
        (["request was rejected as a result of the safety system"], "ContentPolicyViolationError"),
    ];

    private static readonly (string Phrase, string Name)[] LaterPhrases =
    [
        ("the server had an error processing your request.", "InternalServerError"),
        ("web server is returning an unknown error", "InternalServerError"),
        ("request too large", "RateLimitError"),
        ("the api_key client option must be set", "AuthenticationError"),
    ];

    /// <summary>The name of the exception, and its status. The router decides by the status.</summary>
    public static (string Name, int Status) Map(int status, string body)
    {
        // The message of OpenAI's library for Python, which LiteLLM searches. 1.70.3 took any 429 for a limit.
        var text = $"Error code: {status} - {body}".ToLowerInvariant();
        var name = text.Contains("429", StringComparison.Ordinal) || RateLimit().IsMatch(text) ? "RateLimitError"
            : Phrases.FirstOrDefault(rule => rule.Phrases.All(text.Contains)).Name
            ?? (text.Contains("invalid_request_error") && !text.Contains("incorrect api key provided") ? "BadRequestError" : null)
            ?? LaterPhrases.FirstOrDefault(rule => text.Contains(rule.Phrase)).Name
            ?? OfStatus(status);
        return (name, name switch
        {
            "BadRequestError" or "ContextWindowExceededError" or "ContentPolicyViolationError" => 400,
            "AuthenticationError" => 401,
            "NotFoundError" => 404,
            "Timeout" => 408,
            "RateLimitError" => 429,
            "InternalServerError" => 500,
            _ => status,
        });
    }

    /// <summary>Whether the router takes the deployment out of service for an exception with this status.</summary>
    public static bool Cools(int status) => status is 401 or 404 or 408 or 429 or >= 500;

    private static string OfStatus(int status) => status switch
    {
        400 or 422 => "BadRequestError",
        401 => "AuthenticationError",
        404 => "NotFoundError",
        408 or 504 => "Timeout",
        429 => "RateLimitError",
        500 => "InternalServerError",
        503 => "ServiceUnavailableError",
        _ => "APIError",
    };

    [GeneratedRegex(@"rate[\s_-]*limit|service tier capacity exceeded")]
    private static partial Regex RateLimit();
}
