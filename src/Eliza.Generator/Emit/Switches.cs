using System.Globalization;

namespace Eliza.Generator.Emit;

/// <summary>
/// Writes a method that is a switch over numbers. A large one is divided into methods of 64 cases behind a switch
/// over them: past some thousand cases the JIT gives up optimising a method, and takes long to say so.
/// </summary>
internal static class Switches
{
    private const int Bits = 6;

    /// <summary>Writes the method and those it is divided into.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">Its signature.</param>
    /// <param name="cases">The cases, ascending.</param>
    /// <param name="otherwise">The statement for any other value.</param>
    public static void Write(SourceWriter writer, Signature method, IReadOnlyList<Case> cases, string otherwise)
    {
        if (cases.Count <= 1 << Bits)
        {
            Write(writer, method.Header, method.Subject, cases, otherwise);
            return;
        }

        var parts = cases.GroupBy(one => one.Value >> Bits).ToList();
        var calls = parts.Select(part => new Case(part.Key, Number(part.Key), method.Call(part.Key)));
        Write(writer, method.Header, $"{method.Subject} >> {Bits}", calls.ToList(), otherwise);

        foreach (var part in parts)
        {
            writer.Line();
            Write(writer, method.PartHeader(part.Key), method.Subject, part.ToList(), otherwise);
        }
    }

    private static void Write(SourceWriter writer, string header, string subject, IReadOnlyList<Case> cases, string otherwise)
    {
        using var method = writer.Open(header);
        if (cases.Count == 0)
        {
            writer.Line(otherwise);
            return;
        }

        using var body = writer.Open($"switch ({subject})");
        foreach (var one in cases)
        {
            writer.Line($"case {one.Label}:");
            using var statements = writer.Indent();
            writer.Lines(one.Statements);
        }

        writer.Line("default:");
        using var last = writer.Indent();
        writer.Line(otherwise);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A case: its number, how the code writes that, and its statements, of which the last leaves the method.</summary>
    internal sealed record Case(int Value, string Label, IReadOnlyList<string> Statements)
    {
        public Case(int value, IReadOnlyList<string> statements)
            : this(value, Number(value), statements)
        {
        }
    }

    /// <summary>A method that switches over one of its parameters.</summary>
    /// <param name="Access">Such as <c>public static</c>.</param>
    /// <param name="Returns">Its type.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Subject">The parameter that is switched over, the first.</param>
    /// <param name="Others">The other parameters, each a type and a name.</param>
    internal sealed record Signature(string Access, string Returns, string Name, string Subject, params string[] Others)
    {
        public string Header => $"{Access} {Returns} {Name}({Parameters})";

        private string Parameters => string.Join(", ", Others.Prepend("int " + Subject));

        private string Arguments => string.Join(", ", Others.Select(other => other.Substring(other.IndexOf(' ') + 1)).Prepend(Subject));

        public string PartHeader(int part) => $"private static {Returns} {Name}_{Number(part)}({Parameters})";

        public IReadOnlyList<string> Call(int part)
        {
            var call = $"{Name}_{Number(part)}({Arguments});";
            return Returns == "void" ? [call, "return;"] : ["return " + call];
        }
    }
}
