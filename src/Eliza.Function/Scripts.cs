using Eliza.Runtime;

namespace Eliza.Function;

// Stands in for the generated class of the same name and goes when that arrives.
internal static class Scripts
{
    private sealed class Echo(string name) : Script(name, "How do you do.", "Goodbye.");

    public static IReadOnlyList<Script> All { get; } = [new Echo("doctor"), new Echo("parrot")];

    public static Script? Find(string name) => All.FirstOrDefault(script => script.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
