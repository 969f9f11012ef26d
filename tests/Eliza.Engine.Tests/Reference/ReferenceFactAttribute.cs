namespace Eliza.Engine.Tests.Reference;

/// <summary>A fact that needs the reference program. <c>tests/reference/record.sh</c> builds it and runs the test.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceEngine.Path is null ? "tests/reference/record.sh runs it" : null;
}
