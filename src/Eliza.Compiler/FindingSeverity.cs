using Microsoft.CodeAnalysis;

namespace Eliza.Compiler;

/// <summary>How serious a finding is. The levels are those of the C# compiler.</summary>
public enum FindingSeverity
{
    /// <summary>Shown only to users who ask for it.</summary>
    Hidden = DiagnosticSeverity.Hidden,

    /// <summary>The script does what its author wrote, which may not be what the author expects.</summary>
    Info = DiagnosticSeverity.Info,

    /// <summary>The script works, but probably has a mistake.</summary>
    Warning = DiagnosticSeverity.Warning,

    /// <summary>The script cannot be compiled.</summary>
    Error = DiagnosticSeverity.Error,
}
