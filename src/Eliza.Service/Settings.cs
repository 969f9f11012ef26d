namespace Eliza.Service;

/// <summary>The operator's settings. They are read once from the environment variables in docs/contract.md.</summary>
/// <param name="AllowedCallers">ALLOWED_CALLER_CIDR: comma-separated networks; empty admits every address.</param>
/// <param name="TrustedProxies">TRUSTED_PROXY_CIDR: comma-separated networks whose X-Forwarded-For is trusted.</param>
/// <param name="RequireApiKey">REQUIRE_API_KEY: required unless the value is absent, empty, <c>false</c> or <c>0</c>.</param>
/// <param name="ApiKeys">API_KEY: comma-separated keys.</param>
/// <param name="ApiKeyDigests">API_KEY_SHA256: comma-separated SHA-256 digests of keys, in hexadecimal.</param>
/// <param name="HearsSystemMessages">SYSTEM_MESSAGES: whether ELIZA hears system messages. She does not if the value is <c>ignore</c>.</param>
/// <param name="LogRequests">LOG_REQUESTS: whether each incoming event is logged; only if <c>true</c>.</param>
public sealed record Settings(
    string AllowedCallers = "",
    string TrustedProxies = "",
    bool RequireApiKey = false,
    string ApiKeys = "",
    string ApiKeyDigests = "",
    bool HearsSystemMessages = true,
    bool LogRequests = false)
{
    /// <summary>The reason for the log why everybody is refused; null if every variable can be read.</summary>
    public string? Fault { get; init; }

    /// <summary>Reads the settings. A variable that is absent or empty has its default.</summary>
    public static Settings Read(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        string? fault = null;
        return new Settings(
            Text("ALLOWED_CALLER_CIDR"),
            Text("TRUSTED_PROXY_CIDR"),
            // An unknown value requires the key, because an operator who wrote "yes" wants one.
            !(Text("REQUIRE_API_KEY") is "" or "0" || Is("REQUIRE_API_KEY", "false")),
            Text("API_KEY"),
            Text("API_KEY_SHA256"),
            HearsSystemMessages: !Choose("SYSTEM_MESSAGES", "prepend", "ignore"),
            LogRequests: Choose("LOG_REQUESTS", "false", "true"))
        { Fault = fault };

        string Text(string name) => environment(name)?.Trim() ?? "";
        bool Is(string name, string value) => Text(name).Equals(value, StringComparison.OrdinalIgnoreCase);

        bool Choose(string name, string usual, string other)
        {
            if (!(Text(name) is "" || Is(name, usual) || Is(name, other)))
                fault ??= $"{name} cannot be read, so every caller is refused: it is to be {usual} or {other}.";
            return Is(name, other);
        }
    }
}
