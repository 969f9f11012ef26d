using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tracing;

/// <summary>Writes a trace for people: each line has the rule's place, the rule, and what it did.</summary>
internal static class TraceText
{
    private const string Margin = "  ";

    public static void Write(ReplyTrace trace, TextWriter output)
    {
        var width = trace.Steps.Select(step => Place(trace, step.Rule).Length).DefaultIfEmpty().Max();
        foreach (var step in trace.Steps)
        {
            output.Write($"{Margin}{Place(trace, step.Rule).PadRight(width)}  {Indent(step.Kind)}{step.Rule?.Quote}{(step.Rule is null ? "" : "  ")}[{step.Text}]");
            foreach (var component in step.Components)
                output.Write($" ({component.Number}) “{component.Words}”");
            output.WriteLine();
        }
        if (trace.Omitted > 0)
            output.WriteLine($"{Margin}{"".PadRight(width)}  [and {trace.Omitted} further steps]");
    }

    private static string Place(ReplyTrace trace, Rule? rule) => rule is null ? "" : $"{trace.File}:{rule.Line}";

    private static string Indent(StepKind kind) => kind switch
    {
        StepKind.Matched or StepKind.Unmatched => "  ",
        StepKind.Chosen or StepKind.Stored => "    ",
        StepKind.Reflected => "      ",
        _ => "",
    };
}
