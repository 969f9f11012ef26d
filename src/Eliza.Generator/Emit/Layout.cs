using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>
/// How a pattern lies on a clause. It is divided before each run of words: the first segment stands at the start of
/// the clause, the last at its end, and each between them at the first place where it fits. What a segment does not
/// cover belongs to the run before it, so that no place ever has to be reconsidered.
/// </summary>
/// <remarks>It is the method of section 3 of the specification of the list language; its cost is words times pattern.</remarks>
internal sealed class Layout
{
    private readonly EquatableArray<Element> _pattern;
    private readonly Func<int, string> _cutName;
    private readonly string _words;
    private readonly List<int> _runs = [];

    private Layout(EquatableArray<Element> pattern, Func<int, string> cutName, string words)
    {
        _pattern = pattern;
        _cutName = cutName;
        _words = words;
        for (var index = 0; index < pattern.Count; index++)
        {
            if (pattern[index] is AnyWords) _runs.Add(index);
        }

        Segments = Enumerable.Range(0, _runs.Count + 1).Select(SegmentOf).ToList();
    }

    /// <summary>The layout as the method that makes the cuts speaks of it, in variables.</summary>
    public static Layout ForMatcher(EquatableArray<Element> pattern) =>
        new(pattern, cut => cut < 26 ? ((char)('a' + cut)).ToString() : "cut" + Number(cut), "words");

    /// <summary>The layout as a method speaks of it that finds the cuts in the turn.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="words">The words it was laid on.</param>
    public static Layout ForReassembly(EquatableArray<Element> pattern, string words = "turn.Words") => new(pattern, cut => $"turn.Cuts[{Number(cut)}]", words);

    /// <summary>Whether every clause matches a pattern, with nothing to look for.</summary>
    public static bool MatchesAlways(EquatableArray<Element> pattern) => pattern is [AnyWords];

    /// <summary>The cuts that a pattern makes: one for each run of words but the last.</summary>
    public static int CutsOf(EquatableArray<Element> pattern) => Math.Max(0, pattern.OfType<AnyWords>().Count() - 1);

    /// <summary>The segments, each without the run before it.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Whether there is no run of words, so that the pattern has a length.</summary>
    public bool IsFixed => _runs.Count == 0;

    /// <summary>The segments that are looked for, each of which makes a cut.</summary>
    public int Cuts => Math.Max(0, Segments.Count - 2);

    /// <summary>The fewest words that can match.</summary>
    public int MinimumLength => Segments.Sum(segment => segment.Length);

    /// <summary>The expression for a cut.</summary>
    public string CutName(int cut) => _cutName(cut);

    /// <summary>The expressions for the first word of an element and the one behind its last.</summary>
    public (string From, string To) BoundsOf(int element)
    {
        var segment = _runs.Count(run => run <= element);
        if (_pattern[element] is AnyWords) return (End(segment - 1), Start(segment, 0));

        var first = Segments[segment].FirstElement;
        var offset = _pattern.Skip(first).Take(element - first).Sum(Length);
        return (Start(segment, offset), Start(segment, offset + Length(_pattern[element])));
    }

    /// <summary>The expression for the word at an offset in a segment.</summary>
    public string Start(int segment, int offset)
    {
        if (segment == 0) return Number(offset);
        if (segment < Segments.Count - 1) return Plus(CutName(segment - 1), offset);
        return Plus(_words + ".Length", offset - Segments[segment].Length);
    }

    /// <summary>The expression for the first word behind a segment.</summary>
    public string End(int segment) => Start(segment, Segments[segment].Length);

    /// <summary>The words that an element other than a run takes.</summary>
    public static int Length(Element element) => element is ExactWords exact ? exact.Count : 1;

    private Segment SegmentOf(int segment)
    {
        var first = segment == 0 ? 0 : _runs[segment - 1] + 1;
        var end = segment == _runs.Count ? _pattern.Count : _runs[segment];
        var elements = _pattern.Skip(first).Take(end - first).ToList();
        return new Segment(first, elements, elements.Sum(Length));
    }

    private static string Plus(string expression, int offset) => offset switch
    {
        0 => expression,
        < 0 => $"{expression} - {Number(-offset)}",
        _ => $"{expression} + {Number(offset)}",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of a pattern that has a length.</summary>
    /// <param name="FirstElement">The position of its first element in the pattern.</param>
    /// <param name="Elements">Its elements.</param>
    /// <param name="Length">The words it takes.</param>
    internal sealed record Segment(int FirstElement, IReadOnlyList<Element> Elements, int Length);
}
