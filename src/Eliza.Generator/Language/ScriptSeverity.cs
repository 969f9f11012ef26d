namespace Eliza.Generator.Language;

/// <summary>The severity of a finding, unless the project sets another.</summary>
public enum ScriptSeverity
{
    /// <summary>The script does what its author wrote, which may not be what the author expects. A build does not print it.</summary>
    Info,

    /// <summary>The script compiles, but probably has a mistake.</summary>
    Warning,

    /// <summary>The script cannot be compiled, and the build fails.</summary>
    Error,
}
