namespace Eliza.Generator.Language;

/// <summary>A kind of finding. <paramref name="Message"/> is a composite format string.</summary>
public sealed record ScriptRule(string Id, ScriptSeverity Severity, string Title, string Message);
