namespace Eliza.Cli.Tests.Support;

/// <summary>One server for all tests that need nothing particular of it: a process takes seconds of computing to start.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<RunningServer>
{
    public const string Name = "Shared server";
}
