using System.Globalization;

namespace Eliza.Generator.Emit;

/// <summary>
/// Writes a method that is a switch over numbers. A large switch is divided into methods with 32 cases each, and a switch calls
/// them. Otherwise the JIT compiler would not optimize a method with thousands of cases, and would compile all of them at the
/// first call.
/// </summary>
internal static class Switches
{
    private const int Bits = 5;
    private const int Most = 1 << Bits;

    /// <summary>Writes the method and its parts.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="method">The signature of the method.</param>
    /// <param name="cases">The cases in ascending order.</param>
    /// <param name="otherwise">The value for any other number; null if the method has no value.</param>
    public static void Write(SourceWriter writer, Signature method, IReadOnlyList<Case> cases, string? otherwise) =>
        Write(writer, method, method.Header, cases, otherwise);

    private static void Write(SourceWriter writer, Signature method, string header, IReadOnlyList<Case> cases, string? otherwise)
    {
        if (cases.Count <= Most)
        {
            WriteOne(writer, header, method.Subject, cases, otherwise);
            return;
        }

        var shift = Bits;
        while (cases.Select(one => one.Value >> shift).Distinct().Skip(Most).Any()) shift += Bits;

        var parts = cases.GroupBy(one => one.Value >> shift).ToList();
        var calls = parts.Select(part => new Case(part.Key, [method.Call(part.Key, shift)]));
        WriteOne(writer, header, $"{method.Subject} >> {shift}", calls.ToList(), otherwise);

        foreach (var part in parts)
        {
            writer.Line();
            Write(writer, method, method.PartHeader(part.Key, shift), part.ToList(), otherwise);
        }
    }

    private static void WriteOne(SourceWriter writer, string header, string subject, IReadOnlyList<Case> cases, string? otherwise)
    {
        if (cases.Count == 0 && otherwise is not null)
        {
            writer.Line($"{header} => {otherwise};");
            return;
        }

        using var method = writer.Open(header);
        if (cases.Count == 0) return;

        using var body = writer.Open($"switch ({subject})");
        for (var index = 0; index < cases.Count; index++)
        {
            if (index > 0 && cases[index].Heading is not null) writer.Line();
            Write(writer, cases[index]);
        }

        if (otherwise is not null) writer.Line($"default: return {otherwise};");
    }

    private static void Write(SourceWriter writer, Case one)
    {
        if (one.Heading is not null) writer.Line("// " + one.Heading);

        // An empty reply has no statements.
        var returns = one.Statements.Count > 0 && one.Statements[one.Statements.Count - 1].StartsWith("return ", StringComparison.Ordinal);
        IReadOnlyList<string> statements = returns ? one.Statements : [.. one.Statements, "break;"];
        if (one.Comment is null && one.Statements.Count == 1)
        {
            writer.Line($"case {one.Label}: {string.Join(" ", statements)}");
            return;
        }

        writer.Line($"case {one.Label}:{(one.Comment is null ? "" : " // " + one.Comment)}");
        using var indent = writer.Indent();
        writer.Lines(statements);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A case: its number, its label in C#, its statements, and a comment.</summary>
    internal sealed record Case(int Value, string Label, IReadOnlyList<string> Statements, string? Comment = null)
    {
        public Case(int value, IReadOnlyList<string> statements, string? comment = null)
            : this(value, Number(value), statements, comment)
        {
        }

        /// <summary>A heading for this case and the following ones.</summary>
        public string? Heading { get; init; }
    }

    /// <summary>A method that switches over one of its parameters.</summary>
    /// <param name="Access">Such as <c>public static</c>.</param>
    /// <param name="Returns">The type of its result.</param>
    /// <param name="Name">The name of the method.</param>
    /// <param name="Subject">The first parameter, on which it switches.</param>
    /// <param name="Others">The other parameters, each a type and a name.</param>
    internal sealed record Signature(string Access, string Returns, string Name, string Subject, params string[] Others)
    {
        public string Header => $"{Access} {Returns} {Name}({Parameters})";

        private string Parameters => string.Join(", ", Others.Prepend("int " + Subject));

        private string Arguments => string.Join(", ", Others.Select(other => other.Substring(other.IndexOf(' ') + 1)).Prepend(Subject));

        /// <summary>The header of the method for the numbers that give <paramref name="part"/> after a shift.</summary>
        public string PartHeader(int part, int shift) => $"private static {Returns} {PartName(part, shift)}({Parameters})";

        /// <summary>The statement that calls this method.</summary>
        public string Call(int part, int shift) => $"{(Returns == "void" ? "" : "return ")}{PartName(part, shift)}({Arguments});";

        private string PartName(int part, int shift) => $"{Name}_{Number(part << shift)}To{Number(((part + 1) << shift) - 1)}";
    }
}
