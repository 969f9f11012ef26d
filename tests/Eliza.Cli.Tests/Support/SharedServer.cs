namespace Eliza.Cli.Tests.Support;

/// <summary>One server for all tests without special needs, because a process takes seconds of computing to start.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<RunningServer>
{
    public const string Name = "Shared server";
}
