using System.Text.RegularExpressions;

namespace Eliza.Plain;

/// <summary>One decomposition of a keyword: elements and reassemblies as they stand in the script.</summary>
internal sealed record Decomposition(string[] Pattern, bool IsMemory)
{
    public List<string> Reassemblies { get; } = [];
}

internal sealed record Keyword(int Rank)
{
    public List<Decomposition> Decompositions { get; } = [];
}

/// <summary>A script in the line language. Words that are looked up are folded, words that are said are as written.</summary>
internal sealed partial class LineScript
{
    public string Farewell { get; private set; } = "";

    public List<string[]> Quits { get; } = [];

    public Dictionary<string, string[]> Pre { get; } = [];

    public Dictionary<string, string[]> Post { get; } = [];

    public Dictionary<string, string[]> Classes { get; } = [];

    public Dictionary<string, Keyword> Keywords { get; } = [];

    /// <summary>How words are compared: without regard to case, and with one kind of apostrophe.</summary>
    public static string Fold(string word) => Alphabet.Upper(word.Replace('’', '\''));

    public static LineScript Read(string text)
    {
        var script = new LineScript();
        Keyword? keyword = null;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.IndexOf(':', StringComparison.Ordinal) is not (>= 0 and var colon)) throw new FormatException($"This line has no tag: {line}");
            var value = Blanks().Replace(line[(colon + 1)..].Trim(), " ");
            var words = Phrases.Words(value);
            switch (line[..colon].Trim().ToUpperInvariant(), words)
            {
                case ("INITIAL", _): break;
                case ("FINAL", _): script.Farewell = value; break;
                case ("QUIT", [_, ..]): script.Quits.Add([.. words.Select(Fold)]); break;
                case ("PRE", [_, _, ..]): script.Pre.TryAdd(Fold(words[0]), words[1..]); break;
                case ("POST", [_, _, ..]): script.Post.TryAdd(Fold(words[0]), words[1..]); break;
                case ("SYNON", [_, ..]): script.Classes.Add(Fold(words[0]), [.. words.Select(Fold)]); break;
                case ("KEY", [_] or [_, _]):
                    keyword = new(words is [_, var rank] ? int.Parse(rank) : 0);
                    if (!script.Keywords.TryAdd(Fold(words[0]), keyword)) throw new FormatException($"{words[0]} is declared twice.");
                    break;
                case ("DECOMP", [_, ..]) when keyword is not null:
                    var pattern = value.StartsWith('$') ? value[1..] : value;
                    keyword.Decompositions.Add(new(Phrases.Words(pattern.Replace("*", " * ", StringComparison.Ordinal)), value.StartsWith('$')));
                    break;
                case ("REASMB", [_, ..]) when keyword is { Decompositions: [.., var last] }: last.Reassemblies.Add(value); break;
                default: throw new FormatException($"This line says nothing: {line}");
            }
        }

        script.Check();
        return script;
    }

    /// <summary>The keyword that a reassembly <c>goto KEY</c> names, or null for any other.</summary>
    public static string? Goto(string reassembly) =>
        reassembly.Split(' ') is [var first, var keyword] && Fold(first) == "GOTO" ? Fold(keyword) : null;

    public static bool IsNewKey(string reassembly) => Fold(reassembly) == "NEWKEY";

    public static bool IsComponent(string element) => element == "*" || element.StartsWith('@');

    private void Check()
    {
        if (!Keywords.TryGetValue("XNONE", out var none) || !none.Decompositions.Any(decomposition => decomposition is { Pattern: ["*"], IsMemory: false }))
            throw new FormatException("There is no xnone that answers everything.");
        foreach (var decomposition in Keywords.Values.SelectMany(keyword => keyword.Decompositions))
        {
            if (decomposition.Reassemblies.Count == 0) throw new FormatException("A decomposition has no reassembly.");
            if (decomposition.Pattern.Any(element => element.StartsWith('@') && !Classes.ContainsKey(Fold(element[1..]))))
                throw new FormatException("A class is not declared.");
            foreach (var reassembly in decomposition.Reassemblies)
            {
                var numbers = Component().Matches(reassembly).Select(match => int.Parse(match.Groups[1].Value));
                if (numbers.Any(number => number < 1 || number > decomposition.Pattern.Count(IsComponent)))
                    throw new FormatException("There is no such component.");
                if (decomposition.IsMemory && (IsNewKey(reassembly) || Goto(reassembly) is not null))
                    throw new FormatException("A memory is a text.");
                if (Goto(reassembly) is { } keyword && !Keywords.ContainsKey(keyword))
                    throw new FormatException($"{keyword} is not declared.");
            }
        }
    }

    /// <summary><c>(2)</c> in a reassembly.</summary>
    [GeneratedRegex(@"\(([0-9]+)\)")]
    public static partial Regex Component();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
