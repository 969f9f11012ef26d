namespace Eliza.Generator.Language.Checks;

/// <summary>The checks of a script that was read, in order.</summary>
internal static class ScriptChecks
{
    /// <summary>Runs every check; a script with errors is not asked what else could be better about it.</summary>
    public static void Run(ScriptSyntax script, Findings findings, CancellationToken cancellationToken)
    {
        var names = new Names(script);
        foreach (var check in Errors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            check(script, names, findings);
        }
    }

    private static readonly Action<ScriptSyntax, Names, Findings>[] Errors = [];
}
