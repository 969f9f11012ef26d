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
    /// <param name="otherwise">The value for any other number; null if the method has no value.</param>
    public static void Write(SourceWriter writer, Signature method, IReadOnlyList<Case> cases, string? otherwise)
    {
        if (cases.Count <= 1 << Bits)
        {
            Write(writer, method.Header, method.Subject, cases, otherwise);
            return;
        }

        var parts = cases.GroupBy(one => one.Value >> Bits).ToList();
        var calls = parts.Select(part => new Case(part.Key, Number(part.Key), method.Call(part.Key << Bits)));
        Write(writer, method.Header, $"{method.Subject} >> {Bits}", calls.ToList(), otherwise);

        foreach (var part in parts)
        {
            writer.Line();
            Write(writer, method.PartHeader(part.Key << Bits), method.Subject, part.ToList(), otherwise);
        }
    }

    private static void Write(SourceWriter writer, string header, string subject, IReadOnlyList<Case> cases, string? otherwise)
    {
        if (cases.Count == 0 && otherwise is not null)
        {
            writer.Line($"{header} => {otherwise};");
            return;
        }

        using var method = writer.Open(header);
        if (cases.Count == 0) return;

        using var body = writer.Open($"switch ({subject})");
        foreach (var one in cases) Write(writer, one);
        if (otherwise is not null) writer.Line($"default: return {otherwise};");
    }

    private static void Write(SourceWriter writer, Case one)
    {
        // An empty reply has no statements at all.
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

    /// <summary>A case: its number, how the code writes that, its statements, and what is to be said about it.</summary>
    internal sealed record Case(int Value, string Label, IReadOnlyList<string> Statements, string? Comment = null)
    {
        public Case(int value, IReadOnlyList<string> statements, string? comment = null)
            : this(value, Number(value), statements, comment)
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

        public string PartHeader(int first) => $"private static {Returns} {PartName(first)}({Parameters})";

        public IReadOnlyList<string> Call(int first) => [$"{(Returns == "void" ? "" : "return ")}{PartName(first)}({Arguments});"];

        private string PartName(int first) => $"{Name}_From{Number(first)}";
    }
}
