using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>
/// How a pattern is matched against a clause. The pattern is divided before each run of words. The first segment must
/// match at the start of the clause, the last at its end, and each segment between them at the first place where it fits.
/// Words that no segment covers belong to the run before them. So no place has to be tried twice.
/// </summary>
/// <remarks>This is the method of section 3 in the specification of the list language. Its cost is the words times the length of the pattern.</remarks>
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

    /// <summary>The layout for the method that makes the cuts. Its cuts are local variables.</summary>
    public static Layout ForMatcher(EquatableArray<Element> pattern) =>
        new(pattern, cut => cut < 26 ? ((char)('a' + cut)).ToString() : "cut" + Number(cut), "words");

    /// <summary>The layout for a method that reads the cuts from the turn.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="words">The expression for the words of the clause.</param>
    public static Layout ForReassembly(EquatableArray<Element> pattern, string words = "turn.Words") => new(pattern, cut => $"turn.Cuts[{Number(cut)}]", words);

    /// <summary>Whether a pattern matches every clause, so that no search is needed.</summary>
    public static bool MatchesAlways(EquatableArray<Element> pattern) => pattern is [AnyWords];

    /// <summary>The number of cuts of a pattern: one for each run of words but the last.</summary>
    public static int CutsOf(EquatableArray<Element> pattern) => Math.Max(0, pattern.OfType<AnyWords>().Count() - 1);

    /// <summary>The segments, each without the run before it.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Whether there is no run of words, so that the pattern has a fixed length.</summary>
    public bool IsFixed => _runs.Count == 0;

    /// <summary>The number of segments that are searched for. Each makes a cut.</summary>
    public int Cuts => Math.Max(0, Segments.Count - 2);

    /// <summary>The fewest words of a matching clause.</summary>
    public int MinimumLength => Segments.Sum(segment => segment.Length);

    /// <summary>The most words that are compared for the start and the end of the clause.</summary>
    public int LooksOnce => Segments.Where((_, segment) => !IsSearched(segment)).Sum(Looks);

    /// <summary>The most comparisons of each word in the search for the segments between start and end.</summary>
    public int LooksAtEachWord => Segments.Where((_, segment) => IsSearched(segment)).Sum(Looks);

    /// <summary>The expression for a cut.</summary>
    public string CutName(int cut) => _cutName(cut);

    /// <summary>The expressions for the first word of an element and for the word after its last.</summary>
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

    /// <summary>The expression for the first word after a segment.</summary>
    public string End(int segment) => Start(segment, Segments[segment].Length);

    /// <summary>The number of words of an element that is no run.</summary>
    public static int Length(Element element) => element is ExactWords exact ? exact.Count : 1;

    private bool IsSearched(int segment) => segment > 0 && segment < Segments.Count - 1;

    private static int Looks(Segment segment) => segment.Elements.Count(element => element is not ExactWords);

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

    /// <summary>A part of a pattern with a fixed length.</summary>
    /// <param name="FirstElement">The position of its first element in the pattern.</param>
    /// <param name="Elements">Its elements.</param>
    /// <param name="Length">The number of its words.</param>
    internal sealed record Segment(int FirstElement, IReadOnlyList<Element> Elements, int Length);
}
