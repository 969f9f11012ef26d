namespace Eliza.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests see what was done anew.</summary>
internal static class Steps
{
    public const string RootNamespace = nameof(RootNamespace);
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
