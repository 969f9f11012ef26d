namespace Eliza.Generator.Language.Checks;

/// <summary>A check of one kind of thing: looks at a script and reports what it says it reports.</summary>
internal delegate void ScriptCheck(CheckedScript script, Findings findings);

/// <summary>The checks of a script that was read, in order.</summary>
internal static class ScriptChecks
{
    /// <summary>Meaningful whatever else is wrong.</summary>
    private static readonly ScriptCheck[] Always =
    [
        Declarations.Check,
        References.Check,
        MemoryTexts.Check,
    ];

    /// <summary>Tell that something is not there, which nobody knows of a script that was not understood.</summary>
    private static readonly ScriptCheck[] OfWholeScripts =
    [
        Fallback.Check,
        MemoryRule.Check,
        Links.Check,
        EndlessCircles.Check,
    ];

    /// <summary>Ask what could be better about a script that has a meaning.</summary>
    private static readonly ScriptCheck[] OfSoundScripts =
    [
        Reachability.Check,
        Circles.Check,
        Classes.Check,
        Rewrites.Check,
        Reassemblies.Check,
        Manners.Check,
    ];

    /// <summary>Runs every check that is meaningful after what was found so far.</summary>
    public static void Run(ScriptSyntax syntax, Findings findings, CancellationToken cancellationToken)
    {
        var script = new CheckedScript(syntax);
        var isWhole = !findings.HasErrors;
        Run(Always, script, findings, cancellationToken);
        if (isWhole) Run(OfWholeScripts, script, findings, cancellationToken);
        if (!findings.HasErrors) Run(OfSoundScripts, script, findings, cancellationToken);
    }

    private static void Run(ScriptCheck[] checks, CheckedScript script, Findings findings, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            check(script, findings);
        }
    }
}
