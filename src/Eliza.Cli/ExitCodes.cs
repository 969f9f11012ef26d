namespace Eliza.Cli;

/// <summary>How the process ends, for scripts that start it.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Something outside is in the way, such as a port that is in use.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int WrongUse = 2;
}
