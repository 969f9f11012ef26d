namespace Eliza.Testing;

/// <summary>A fact about the recordings in ../shared. It is skipped without them.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.WhyAbsent;
}

/// <summary>A theory about the recordings in ../shared. It is skipped without them.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.WhyAbsent;
}

internal static class SharedFolder
{
    public static string? WhyAbsent { get; } = Repository.Shared is null ? "../shared, with the recordings of 1966, is absent" : null;
}
