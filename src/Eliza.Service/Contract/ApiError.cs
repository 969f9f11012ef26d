namespace Eliza.Service.Contract;

/// <summary>
/// An error for a client. Its message never contains text of the caller. LiteLLM and others guess the kind of an error from its
/// words, and a caller could choose those words.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The kind of error, by OpenAI's names.</param>
/// <param name="Code">The exact error, for programs.</param>
/// <param name="Message">The exact error, for people.</param>
/// <param name="Param">The wrong parameter, if there is one.</param>
/// <param name="Allow">The methods for this path, if the method is wrong.</param>
internal sealed record ApiError(
    int Status, string Type, string Code, string Message, string? Param = null, string? Allow = null)
{
    private const string InvalidRequest = "invalid_request_error";

    /// <summary>The code by which LiteLLM and LangChain recognize this error. They can then send the conversation to a model that takes more.</summary>
    public const string ContextLength = "context_length_exceeded";

    private const string MaximumContext = "This model's maximum context length is";

    // Larger indexes are not written: a caller can choose them, and LiteLLM searches the whole error for a status such as 429.
    private const int MostTold = 99;
    private const string Untold = "[…]";

    public static ApiError UnknownEvent { get; } = BadRequest("unknown_event",
        "The event is not an HTTP API event of payload format 2.0 (UTF-8 JSON with requestContext.http.method).");

    public static ApiError InvalidBase64 { get; } = BadRequest("invalid_base64",
        "The event says that its body is base64, and the body is not.");

    public static ApiError InvalidUtf8 { get; } = BadRequest("invalid_utf8", "The body is not valid UTF-8.");

    public static ApiError EmptyBody { get; } = BadRequest("empty_body", "The body is empty; it must be a JSON object.");

    public static ApiError NotAnObject { get; } = BadRequest("invalid_json", "The body must be a JSON object.");

    public static ApiError TooDeep { get; } = BadRequest("json_too_deep",
        $"The body is nested deeper than {Limits.JsonLevels} levels.");

    public static ApiError BodyTooLarge { get; } = new(413, InvalidRequest, "payload_too_large",
        $"The body is larger than {Limits.BodyBytes} bytes.");

    public static ApiError UnknownEncoding { get; } = new(415, InvalidRequest, "unsupported_content_encoding",
        "Compressed bodies are not read; send the body without Content-Encoding.");

    public static ApiError CallerRefused { get; } = new(403, "permission_error", "caller_not_allowed",
        "Your network address is not on the allow-list of this service.");

    public static ApiError UnknownHost { get; } = new(403, "permission_error", "host_not_allowed",
        "This server does not go by the name in the header Host. Its --allowed-hosts lists further names.");

    public static ApiError Misconfigured { get; } = new(403, "permission_error", "service_misconfigured",
        "This service refuses everybody, since its configuration cannot be read. Its log says what is wrong.");

    // LiteLLM recognizes the first by its words and the second by its type.
    public static ApiError WrongKey { get; } = new(401, InvalidRequest, "invalid_api_key",
        "Incorrect API key provided. Send the key that the operator of this service gave you.");

    public static ApiError MissingKey { get; } = new(401, "authentication_error", "invalid_api_key",
        "No API key provided. Send it in the header 'Authorization: Bearer KEY'.");

    public static ApiError UnknownPath { get; } = new(404, InvalidRequest, "unknown_url",
        "Invalid URL: there is nothing at this path. GET / says what there is.");

    // Not 404: after that, LiteLLM's router would stop using the model altogether.
    public static ApiError UnsupportedEndpoint { get; } = BadRequest("unsupported_endpoint",
        "This endpoint is not supported: ELIZA only talks. GET / says what there is.");

    public static ApiError UnknownModel { get; } = new(404, InvalidRequest, "model_not_found",
        "The model does not exist. GET /v1/models lists the models.", "model");

    public static ApiError Internal { get; } = new(500, "server_error", "internal_error",
        "The service failed to answer this request.");

    public static ApiError WrongMethod(string allow) => new(405, InvalidRequest, "method_not_allowed",
        "This path does not take this method; the header Allow lists those it takes.", Allow: allow);

    public static ApiError InvalidJson(long line, long position) => BadRequest("invalid_json",
        line < MostTold && position < MostTold ? $"The body is not valid JSON: line {line + 1}, byte {position + 1}." : "The body is not valid JSON.");

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

    public static ApiError LongLine(string param) => BadRequest(ContextLength,
        $"{MaximumContext} {Limits.LineWords} words or {Limits.LineCharacters} characters a line. '{param}', with the system messages before it, is longer.",
        param);

    public static ApiError LongConversation(string param) => BadRequest(ContextLength,
        $"{MaximumContext} {Limits.Messages} messages. '{param}' has more.", param);

    /// <summary>The place of an item in a parameter, such as <c>[3]</c>. A larger index than 99 is not written.</summary>
    public static string At(int index) => index <= MostTold ? $"[{index}]" : Untold;

    private static ApiError BadRequest(string code, string message, string? param = null) =>
        new(400, InvalidRequest, code, message, param?.IndexOf(Untold, StringComparison.Ordinal) is >= 0 and var end ? param[..end] : param);
}
