namespace Eliza.Testing;

/// <summary>The categories of tests: <c>[Trait(TestCategory.Name, TestCategory.Slow)]</c>.</summary>
internal static class TestCategory
{
    public const string Name = "Category";

    /// <summary>Tests that take a second of computing or more. A plain <c>dotnet test</c> leaves them out (Directory.Build.props); .ci/run runs them.</summary>
    public const string Slow = "Slow";
}
