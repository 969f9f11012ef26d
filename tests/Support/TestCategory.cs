namespace Eliza.Testing;

/// <summary>What tests are told apart by: <c>[Trait(TestCategory.Name, TestCategory.Slow)]</c>.</summary>
internal static class TestCategory
{
    public const string Name = "Category";

    /// <summary>Takes a few seconds of computing or more. A plain <c>dotnet test</c> leaves it out (Directory.Build.props); .ci/run runs it.</summary>
    public const string Slow = "Slow";
}
