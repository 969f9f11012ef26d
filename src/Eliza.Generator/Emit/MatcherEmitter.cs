using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the method that says whether the clause matches a pattern, and makes the cuts.</summary>
internal sealed class MatcherEmitter(ScriptModel script, SourceWriter writer)
{
    /// <summary>Writes <c>private static bool NAME(Turn turn)</c>.</summary>
    public void Write(string name, DecompositionModel decomposition)
    {
        var layout = Layout.ForMatcher(decomposition.Pattern);
        var last = layout.Segments.Count - 1;

        writer.Line($"/// <summary><c>{SourceWriter.Xml(decomposition.Quote)}</c>: {SourceWriter.Xml(English.Describe(script, decomposition.Pattern))}.</summary>");
        using var method = writer.Open($"private static bool {name}(Turn turn)");
        writer.Line("var words = turn.Words;");
        WriteFailures(layout, 0, layout.IsFixed ? [$"words.Length != {layout.MinimumLength}"] : layout.MinimumLength > 0 ? [$"words.Length < {layout.MinimumLength}"] : []);
        for (var segment = 1; segment < last; segment++) WriteSearch(layout, segment);
        if (last > 0 && layout.Segments[last].Length > 0) WriteEnd(layout, last);

        if (layout.Cuts > 0) writer.Line();
        for (var cut = 0; cut < layout.Cuts; cut++) writer.Line($"turn.Cuts[{cut}] = {layout.CutName(cut)};");
        writer.Line("return true;");
    }

    /// <summary>Looks for the first place of a segment that leaves enough words for those behind it.</summary>
    private void WriteSearch(Layout layout, int segment)
    {
        var cut = layout.CutName(segment - 1);
        var remaining = layout.Segments.Skip(segment).Sum(later => later.Length);
        var tooFar = $"if ({cut} > words.Length - {remaining}) return false;";
        var fits = Conditions(layout, segment, "==", "").ToList();

        writer.Line();
        writer.Line($"// The first {SourceWriter.Comment(English.Quote(script, layout.Segments[segment]))}.");
        writer.Line($"var {cut} = {layout.End(segment - 1)};");
        if (fits.Count == 0)
        {
            if (remaining > 0) writer.Line(tooFar);
            return;
        }

        using var loop = writer.Open($"for (; ; {cut}++)");
        writer.Line(tooFar);
        writer.Line($"if ({string.Join(" && ", fits)}) break;");
    }

    /// <summary>Checks that what follows the last run ends the clause.</summary>
    private void WriteEnd(Layout layout, int last)
    {
        // A segment before it was looked for only where enough words were left.
        if (!Conditions(layout, last, "!=", "!").Any()) return;

        writer.Line();
        writer.Line($"// At the end, {SourceWriter.Comment(English.Quote(script, layout.Segments[last]))}.");
        WriteFailures(layout, last, []);
    }

    private void WriteFailures(Layout layout, int segment, IEnumerable<string> others)
    {
        var failures = others.Concat(Conditions(layout, segment, "!=", "!")).ToList();
        if (failures.Count > 0) writer.Line($"if ({string.Join(" || ", failures)}) return false;");
    }

    private IEnumerable<string> Conditions(Layout layout, int segment, string comparison, string negation)
    {
        var offset = 0;
        foreach (var element in layout.Segments[segment].Elements)
        {
            var word = $"words[{layout.Start(segment, offset)}]";
            if (element is OneWord one) yield return $"{word} {comparison} {Names.Word(script, one.Word)}";
            if (element is OneOf set) yield return $"{negation}{Names.Set(script, set.Set)}({word})";
            offset += Layout.Length(element);
        }
    }
}
