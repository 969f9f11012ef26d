using Eliza.Testing;

namespace Eliza.Service.Tests.Support;

/// <summary>An input that fails in a fuzz test becomes a test of its own.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly byte[] Bad = "bad"u8.ToArray();

    private readonly TemporaryFolder _folder = new();
    private bool _isMended;

    private string Test => _folder["SomeFuzz.cs"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_input_that_fails_is_saved_and_tried_on_every_run()
    {
        Should.Throw<InvalidOperationException>(() => Fuzz.Try(3, _ => Bad, Hold, Test, "Lines")).Message.ShouldContain("Cases");

        var saved = Directory.GetFiles(_folder["Cases"]).ShouldHaveSingleItem();
        Path.GetFileName(saved).ShouldStartWith("Lines.");
        File.ReadAllBytes(saved).ShouldBe(Bad);
        Should.Throw<InvalidOperationException>(() => Fuzz.TrySaved(Hold, Test)).Message.ShouldContain(saved);

        _isMended = true;
        Fuzz.TrySaved(Hold, Test);
    }

    [Fact]
    public void The_inputs_are_the_same_on_every_run_and_differ_from_each_other()
    {
        List<int> first = [], second = [];
        Fuzz.Try(100, dice => BitConverter.GetBytes(dice.Next()), input => first.Add(BitConverter.ToInt32(input)), Test);
        Fuzz.Try(100, dice => BitConverter.GetBytes(dice.Next()), input => second.Add(BitConverter.ToInt32(input)), Test);

        second.ShouldBe(first);
        first.ShouldBeUnique();
    }

    private void Hold(byte[] input) => (_isMended || !input.SequenceEqual(Bad)).ShouldBeTrue();
}
