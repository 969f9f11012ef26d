using Eliza.Function.Json;

namespace Eliza.Function.Contract;

/// <summary>
/// What a client is told when it is refused. No message holds text of the caller: LiteLLM and others guess the kind of an
/// error from words in it, and a caller could choose those.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The kind of error, as OpenAI names it.</param>
/// <param name="Code">The exact error, for programs.</param>
/// <param name="Message">The exact error, for people.</param>
/// <param name="Param">The parameter that is wrong, if it is one.</param>
/// <param name="Allow">The methods that the path takes, if the method is wrong.</param>
internal sealed record ApiError(
    int Status, string Type, string Code, string Message, string? Param = null, string? Allow = null)
{
    private const string InvalidRequest = "invalid_request_error";

    public static ApiError UnknownEvent { get; } = BadRequest("unknown_event",
        "The event is not an HTTP API event of payload format 2.0 (UTF-8 JSON with requestContext.http.method).");

    public static ApiError InvalidBase64 { get; } = BadRequest("invalid_base64",
        "The event says that its body is base64, and the body is not.");

    public static ApiError InvalidUtf8 { get; } = BadRequest("invalid_utf8", "The body is not valid UTF-8.");

    public static ApiError EmptyBody { get; } = BadRequest("empty_body", "The body is empty; it must be a JSON object.");

    public static ApiError NotAnObject { get; } = BadRequest("invalid_json", "The body must be a JSON object.");

    public static ApiError TooDeep { get; } = BadRequest("json_too_deep",
        $"The body is nested deeper than {JsonReader.MaximumDepth} levels.");

    public static ApiError BodyTooLarge { get; } = new(413, InvalidRequest, "payload_too_large",
        $"The body is larger than {Limits.BodyBytes} bytes.");

    public static ApiError UnknownEncoding { get; } = new(415, InvalidRequest, "unsupported_content_encoding",
        "Compressed bodies are not read; send the body without Content-Encoding.");

    public static ApiError CallerRefused { get; } = new(403, "permission_error", "caller_not_allowed",
        "Your network address is not on the allow-list of this service.");

    // LiteLLM knows the first by its words and the second by its type.
    public static ApiError WrongKey { get; } = new(401, InvalidRequest, "invalid_api_key",
        "Incorrect API key provided. Send the key that the operator of this service gave you.");

    public static ApiError MissingKey { get; } = new(401, "authentication_error", "invalid_api_key",
        "No API key provided. Send it in the header 'Authorization: Bearer KEY'.");

    // LiteLLM takes an invalid_request_error with another code for a bad request.
    public static ApiError UnknownPath { get; } = new(404, "not_found_error", "unknown_url",
        "There is nothing at this path. GET / says what there is.");

    public static ApiError UnknownModel { get; } = new(404, InvalidRequest, "model_not_found",
        "There is no such model. GET /v1/models lists the models.", "model");

    public static ApiError Internal { get; } = new(500, "server_error", "internal_error",
        "The service failed to answer this request.");

    public static ApiError WrongMethod(string allow) => new(405, InvalidRequest, "method_not_allowed",
        "This path does not take this method; the header Allow lists those it takes.", Allow: allow);

    public static ApiError InvalidJson(long line, long position) => BadRequest("invalid_json",
        $"The body is not valid JSON: line {line + 1}, byte {position + 1}.");

    public static ApiError WrongType(string param, string expected) => BadRequest("invalid_type",
        $"'{param}' must be {expected}.", param);

    public static ApiError Missing(string param) => BadRequest("missing_required_parameter", $"'{param}' is required.", param);

    public static ApiError EmptyArray(string param) => BadRequest("empty_array", $"'{param}' must not be empty.", param);

    public static ApiError NoUserMessage(string param) => BadRequest("missing_user_message",
        $"'{param}' must hold a message of the user.", param);

    public static ApiError LongArray(string param, int most) => BadRequest("array_above_max_length",
        $"'{param}' must have at most {most} items.", param);

    public static ApiError BelowMinimum(string param, string kind, string least) => BadRequest($"{kind}_below_min_value",
        $"'{param}' must be at least {least}.", param);

    public static ApiError AboveMaximum(string param, string kind, string most) => BadRequest($"{kind}_above_max_value",
        $"'{param}' must be at most {most}.", param);

    public static ApiError Unsupported(string param, string message) => BadRequest("unsupported_value", message, param);

    public static ApiError LongLine(string param) => BadRequest("line_too_long",
        $"'{param}', with the system messages before it, has more than {Limits.LineWords} words or {Limits.LineCharacters} characters.",
        param);

    private static ApiError BadRequest(string code, string message, string? param = null) =>
        new(400, InvalidRequest, code, message, param);
}

/// <summary>Ends the work on a request with an error that its sender can mend.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
