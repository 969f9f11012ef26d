using Eliza.Function.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Gateway;

/// <summary>The promises of <see cref="Promise"/> hold for any input and any settings.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class EventFuzz
{
    private readonly IReadOnlyList<Promise> _services = Promise.WithEverySetting();

    [Fact]
    public void Bytes() => Fuzz.Try(2_000, RandomEvents.Bytes, Keep);

    [Fact]
    public void Lines() => Fuzz.Try(2_000, RandomEvents.Lines, Keep);

    [Fact]
    public void Bodies() => Fuzz.Try(10_000, RandomEvents.Bodies, Keep);

    [Fact]
    public void Heads() => Fuzz.Try(10_000, RandomEvents.Heads, Keep);

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Keep);

    private void Keep(byte[] eventJson)
    {
        foreach (var service in _services)
            service.Keep(eventJson);
    }
}
