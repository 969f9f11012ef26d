namespace Eliza.Function;

/// <summary>What an operator decides, read once from the environment variables of the same names.</summary>
public sealed record Settings
{
    /// <summary>Reads the settings; a variable that is absent or empty has its default.</summary>
    public static Settings Read(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new Settings();
    }
}
