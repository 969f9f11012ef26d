namespace Eliza.Cli;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A script has errors, a reply differs, or something outside prevents the work, such as a port in use.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUse = 2;
}
