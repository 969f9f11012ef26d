namespace Eliza.Generator.Language.Checks;

/// <summary>The checks of a script, in order.</summary>
internal static class ScriptChecks
{
    /// <summary>These checks run for every script.</summary>
    private static readonly ScriptCheck[] Always =
    [
        Declarations.Check,
        References.Check,
        MemoryTexts.Check,
        Arrows.Check,
    ];

    /// <summary>These checks report missing parts, so they need a script that could be read completely.</summary>
    private static readonly ScriptCheck[] OfWholeScripts =
    [
        Fallback.Check,
        MemoryRule.Check,
        Links.Check,
        EndlessCircles.Check,
    ];

    /// <summary>These checks report possible improvements of a script without errors.</summary>
    private static readonly ScriptCheck[] OfSoundScripts =
    [
        Reachability.Check,
        Circles.Check,
        Classes.Check,
        Rewrites.Check,
        Misreadings.Check,
        UnheardMembers.Check,
        Reassemblies.Check,
        SpokenMistakes.Check,
        Notes.Check,
        Symbols.Check,
        ModernCharacters.Check,
        Greetings.Check,
        NoneRule.Check,
    ];

    /// <summary>Runs the checks that fit the findings so far.</summary>
    public static void Run(ScriptSyntax syntax, ScriptText text, Findings findings, CancellationToken cancellationToken)
    {
        var script = new CheckedScript(syntax, text);
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
