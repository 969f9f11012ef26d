namespace Eliza.Generator.Language;

/// <summary>How grave a finding is unless the project says otherwise.</summary>
public enum ScriptSeverity
{
    /// <summary>The script compiles; its author would want to know.</summary>
    Warning,

    /// <summary>The script has no meaning; the build fails.</summary>
    Error,
}

/// <summary>A kind of finding. <paramref name="Message"/> is a composite format string.</summary>
public sealed record ScriptRule(string Id, ScriptSeverity Severity, string Title, string Message);

/// <summary>A finding: which rule, where, and the arguments of its message.</summary>
public sealed record ScriptDiagnostic(ScriptRule Rule, Place Place, EquatableArray<string> Arguments);
