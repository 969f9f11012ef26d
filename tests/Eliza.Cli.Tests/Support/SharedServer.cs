namespace Eliza.Cli.Tests.Support;

/// <summary>One server for all tests without special needs, and one for all that need a key, because a process takes seconds of computing to start.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<RunningServer>, ICollectionFixture<LockedServer>
{
    public const string Name = "Shared server";
}
