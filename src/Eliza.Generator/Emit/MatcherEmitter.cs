using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>
/// Writes the methods that match a clause against a pattern and make the cuts. Patterns that differ only in their words
/// share a method, which gets the words as parameters.
/// </summary>
internal sealed class MatcherEmitter(ScriptModel script, SourceWriter writer)
{
    /// <summary>The most words that are parameters, so that all fit into registers. A pattern with more words has a method of its own.</summary>
    private const int MostParameters = 4;

    private const int MostElementsInName = 12;

    /// <summary>The most terms of a condition: the C# compiler reads conditions recursively.</summary>
    private const int MostTerms = 64;

    private readonly Dictionary<EquatableArray<Element>, string> _names = [];
    private readonly List<EquatableArray<Element>> _forms = [];
    private readonly NamePool _pool = new();

    /// <summary>The expression that tells whether the clause matches a pattern.</summary>
    public string Call(EquatableArray<Element> pattern)
    {
        var words = pattern.OfType<OneWord>().Select(one => Names.Word(script, one.Word)).ToList();
        if (words.Count > MostParameters) words.Clear();
        else pattern = FormOf(pattern);

        if (!_names.TryGetValue(pattern, out var name))
        {
            _forms.Add(pattern);
            _names.Add(pattern, name = _pool.TakeName("Match" + string.Concat(pattern.Take(MostElementsInName).Select(NameOf))));
        }

        return $"{name}({string.Join(", ", words.Prepend("turn"))})";
    }

    /// <summary>Writes the methods that the expressions call.</summary>
    public void Write()
    {
        foreach (var form in _forms)
        {
            writer.Line();
            Write(_names[form], form);
        }
    }

    private static EquatableArray<Element> FormOf(EquatableArray<Element> pattern)
    {
        var number = 0;
        return pattern.Select(element => element is OneWord ? new GivenWord("word" + Number(++number)) : element).ToEquatableArray();
    }

    private string NameOf(Element element) => element switch
    {
        OneWord one => script.Words[one.Word - 1].Name,
        GivenWord => "Word",
        OneOf set => script.Sets[set.Set].Name,
        ExactWords exact => "Exactly" + Number(exact.Count),
        _ => "Any",
    };

    private void Write(string name, EquatableArray<Element> form)
    {
        var layout = Layout.ForMatcher(form);

        WriteSummary(form);
        using var method = writer.Open($"private static bool {name}({string.Join(", ", form.OfType<GivenWord>().Select(word => "int " + word.Parameter).Prepend("Turn turn"))})");
        writer.Line("var words = turn.Words;");
        if (layout.Cuts == 0)
        {
            // Without a search: a run, if there is one, gets the words between start and end.
            if (layout.LooksOnce >= MostTerms)
            {
                WriteFailures([Length(layout, "!=", "<"), .. Enumerable.Range(0, layout.Segments.Count).SelectMany(segment => Conditions(layout, segment, "!=", "!"))], "return false");
                writer.Line("return true;");
                return;
            }

            writer.Line($"return {string.Join(" && ", [Length(layout, "==", ">="), .. Enumerable.Range(0, layout.Segments.Count).SelectMany(segment => Conditions(layout, segment, "==", ""))])};");
            return;
        }

        WriteStart(layout);
        for (var segment = 1; segment < layout.Segments.Count - 1; segment++) WriteSearch(layout, segment);
        WriteEnd(layout);

        writer.Line();
        for (var cut = 0; cut < layout.Cuts; cut++) writer.Line($"turn.Cuts[{Number(cut)}] = {layout.CutName(cut)};");
        writer.Line("return true;");
    }

    private void WriteSummary(EquatableArray<Element> form)
    {
        writer.Line("/// <summary>");
        writer.Line("/// Matches, components with their numbers:");
        writer.Line("/// <code>");
        writer.Lines(English.Describe(script, form).Select(line => "/// " + SourceWriter.Xml(line)));
        writer.Line("/// </code>");
        writer.Line("/// </summary>");
    }

    /// <summary>Checks that the elements before the first run match the start of the clause, and that the clause has enough words.</summary>
    private void WriteStart(Layout layout)
    {
        if (layout.Segments[0].Length == 0) return;

        WriteFailure($"At the start {English.Describe(script, layout.Segments[0])}.", [Length(layout, "!=", "<"), .. Conditions(layout, 0, "!=", "!")]);
    }

    /// <summary>Searches for the first place of a segment that leaves enough words for the segments after it.</summary>
    private void WriteSearch(Layout layout, int segment)
    {
        var cut = layout.CutName(segment - 1);
        var remaining = layout.Segments.Skip(segment).Sum(later => later.Length);
        var tooFar = $"if ({cut} > words.Length - {Number(remaining)}) return false;";
        var fits = Conditions(layout, segment, "==", "").ToList();

        writer.Line();
        if (fits.Count == 0)
        {
            writer.Line(layout.Segments[segment].Length == 0
                ? "// The run before this place is empty, since the one behind it can have all its words."
                : $"// Here, {English.Describe(script, layout.Segments[segment])}.");
            writer.Line($"var {cut} = {layout.End(segment - 1)};");
            if (remaining > 0) writer.Line(tooFar);
            return;
        }

        writer.Line($"// {(segment == 1 ? "The" : "Then the")} first {SourceWriter.Comment(English.Describe(script, layout.Segments[segment]))}.");
        writer.Line($"var {cut} = {layout.End(segment - 1)};");
        using var loop = writer.Open($"for (; ; {cut}++)");
        writer.Line(tooFar);
        if (fits.Count > MostTerms) WriteFailures(Conditions(layout, segment, "!=", "!"), "continue");
        writer.Line(fits.Count > MostTerms ? "break;" : $"if ({string.Join(" && ", fits)}) break;");
    }

    /// <summary>
    /// Checks that the elements after the last run match the end of the clause. The search for the segment before it has
    /// checked that there are enough words.
    /// </summary>
    private void WriteEnd(Layout layout)
    {
        var last = layout.Segments.Count - 1;
        WriteFailure($"At the end {English.Describe(script, layout.Segments[last])}.", Conditions(layout, last, "!=", "!"));
    }

    private void WriteFailure(string comment, IEnumerable<string> failures)
    {
        var all = failures.ToList();
        if (all.Count == 0) return;
        writer.Line();
        writer.Line("// " + SourceWriter.Comment(comment));
        WriteFailures(all, "return false");
    }

    private void WriteFailures(IEnumerable<string> failures, string then)
    {
        foreach (var some in failures.Select((failure, index) => (failure, index)).GroupBy(one => one.index / MostTerms, one => one.failure))
        {
            writer.Line($"if ({string.Join(" || ", some)}) {then};");
        }
    }

    private static string Length(Layout layout, string ifFixed, string otherwise) => $"words.Length {(layout.IsFixed ? ifFixed : otherwise)} {Number(layout.MinimumLength)}";

    private IEnumerable<string> Conditions(Layout layout, int segment, string comparison, string negation)
    {
        var offset = 0;
        foreach (var element in layout.Segments[segment].Elements)
        {
            var word = $"words[{layout.Start(segment, offset)}]";
            if (element is OneWord one) yield return $"{word} {comparison} {Names.Word(script, one.Word)}";
            if (element is GivenWord given) yield return $"{word} {comparison} {given.Parameter}";
            if (element is OneOf set) yield return $"{negation}{Names.Set(script, set.Set)}({word})";
            offset += Layout.Length(element);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
