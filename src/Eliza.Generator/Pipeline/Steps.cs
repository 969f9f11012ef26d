namespace Eliza.Generator.Pipeline;

/// <summary>The names of the pipeline's steps. Tests use them to see which steps ran again.</summary>
internal static class Steps
{
    public const string Settings = nameof(Settings);
    public const string Target = nameof(Target);
    public const string Taken = nameof(Taken);
    public const string WrongRuntime = nameof(WrongRuntime);
    public const string Obstacles = nameof(Obstacles);
    public const string Files = nameof(Files);
    public const string Scripts = nameof(Scripts);
    public const string Findings = nameof(Findings);
    public const string Models = nameof(Models);
    public const string Clashes = nameof(Clashes);
    public const string Sources = nameof(Sources);
    public const string Maps = nameof(Maps);
    public const string MapSources = nameof(MapSources);
    public const string Index = nameof(Index);
}
