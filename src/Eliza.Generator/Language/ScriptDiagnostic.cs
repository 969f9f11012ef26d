namespace Eliza.Generator.Language;

/// <summary>The severity of a finding, unless the project sets another.</summary>
public enum ScriptSeverity
{
    /// <summary>The script does what it says, but that may surprise its author. A build does not print it.</summary>
    Info,

    /// <summary>The script compiles; its author would want to know.</summary>
    Warning,

    /// <summary>The script has no meaning; the build fails.</summary>
    Error,
}

/// <summary>A kind of finding. <paramref name="Message"/> is a composite format string.</summary>
public sealed record ScriptRule(string Id, ScriptSeverity Severity, string Title, string Message);

/// <summary>A replacement for a part of a script. If that part is empty, the text is inserted there.</summary>
public sealed record Replacement(Place Place, string Text);

/// <summary>A finding: which rule, where, and the arguments of its message.</summary>
public sealed record ScriptDiagnostic(ScriptRule Rule, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The replacements that mend it together, if they are known: in the order of the file, without overlaps.</summary>
    public EquatableArray<Replacement> Replacements { get; init; }
}
