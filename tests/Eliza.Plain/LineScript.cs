using System.Text.RegularExpressions;

namespace Eliza.Plain;

/// <summary>One decomposition of a keyword, with its elements and reassemblies as the script writes them.</summary>
internal sealed record Decomposition(string[] Pattern, bool IsMemory)
{
    /// <summary>Whether its reassemblies are lines <c>reasm_for_memory</c>.</summary>
    public bool IsForMemory { get; init; }

    public List<string> Reassemblies { get; } = [];
}

internal sealed record Keyword(int Rank)
{
    public List<Decomposition> Decompositions { get; } = [];
}

/// <summary>A script in the line language. Words for look-ups are folded; words of replies are as the script writes them.</summary>
internal sealed partial class LineScript
{
    public List<string> Farewells { get; } = [];

    public List<string[]> Quits { get; } = [];

    public Dictionary<string, string[]> Pre { get; } = [];

    public Dictionary<string, string[]> Post { get; } = [];

    public Dictionary<string, string[]> Classes { get; } = [];

    /// <summary>The words that the script writes in small letters somewhere.</summary>
    public HashSet<string> SmallWords { get; } = [];

    public Dictionary<string, Keyword> Keywords { get; } = [];

    /// <summary>The form of a word for comparisons. Case does not matter, nor separate marks of letters.</summary>
    public static string Fold(string word) => string.Concat(Characters.Of(word.Replace('’', '\'')).Select(rune => Characters.Fold(rune).ToString()));

    /// <summary>The words of rules, as the script writes them.</summary>
    private List<string> Written { get; } = [];

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
            var tag = line[..colon].Trim().ToUpperInvariant();
            if (tag is "KEY" or "SYNON" or "DECOMP" or "PRE" or "POST" && !(tag == "KEY" && Fold(words.FirstOrDefault("")) == "xnone")) script.Written.AddRange(words);
            switch (tag, words)
            {
                case ("INITIAL", _): break;
                case ("FINAL", _): script.Farewells.Add(value); break;
                case ("QUIT", [_, ..]): script.Quits.Add([.. words.Select(Fold)]); break;
                case ("PRE", [_, _, ..]): script.Pre.TryAdd(Fold(words[0]), words[1..]); break;
                case ("POST", [_, _, ..]): script.Post.TryAdd(Fold(words[0]), words[1..]); break;
                case ("SYNON", [_, ..]): script.Classes.Add(Fold(words[0]), [.. words.Select(Fold)]); break;
                case ("KEY", [_] or [_, _]):
                    keyword = new(value.Split(' ') is [_, var rank] ? int.Parse(rank) : 0);
                    var name = value.StartsWith('@') ? "@" + Fold(words[0]) : Fold(words[0]);
                    if (!script.Keywords.TryAdd(name, keyword)) throw new FormatException($"{name} is declared twice.");
                    break;
                case ("DECOMP", _) when value.Length > 0 && keyword is not null:
                    var pattern = value.StartsWith('$') ? value[1..] : value;
                    keyword.Decompositions.Add(new(Elements(pattern), value.StartsWith('$')));
                    break;
                case ("REASM_FOR_MEMORY", _) when value.Length > 0 && keyword is { Decompositions: [.., var last] }:
                    if (keyword.Decompositions is not [.., { IsForMemory: true }, _])
                        keyword.Decompositions.Insert(keyword.Decompositions.Count - 1, new(last.Pattern, true) { IsForMemory = true });
                    keyword.Decompositions[^2].Reassemblies.Add(value);
                    break;
                case ("REASMB", _) when value.Length > 0 && keyword is { Decompositions: [.., var last] }: last.Reassemblies.Add(value); break;
                default: throw new FormatException($"This line says nothing: {line}");
            }
        }

        script.SmallWords.UnionWith(
            from word in script.Written
            where !word.EnumerateRunes().Any(Characters.IsCapital)
            select Fold(word));
        script.Check();
        return script;
    }

    /// <summary>The keyword for a word or for a <c>goto</c>, or null: the keyword with this word, or else the first class with it.</summary>
    public string? KeywordOf(string word)
    {
        word = Fold(word);
        if (word.StartsWith('@')) return Keywords.Keys.FirstOrDefault(keyword => keyword.StartsWith('@') && ClassOf(keyword) == ClassOf(word));
        return Keywords.ContainsKey(word) ? word
            : Keywords.Keys.FirstOrDefault(keyword => keyword.StartsWith('@') && Classes[ClassOf(keyword)!].Contains(word));
    }

    /// <summary>The class that <c>@NAME</c> means: the class with that name, or the only class with that member.</summary>
    public string? ClassOf(string reference)
    {
        var name = Fold(reference[1..]);
        if (Classes.ContainsKey(name)) return name;
        return Classes.Keys.Where(one => Classes[one].Contains(name)).ToList() is [var only] ? only : null;
    }

    /// <summary>Words, stars and classes. All words are of one clause.</summary>
    private static string[] Elements(string pattern) =>
    [
        .. pattern.Replace("*", " * ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany<string, string>(element =>
            element == "*" ? ["*"]
            : element.StartsWith('@') ? ["@" + Phrases.Words(element)[0]]
            : Phrases.Cut(element, "") is [var words] ? words
            : throw new FormatException("A pattern is of one clause.")),
    ];

    /// <summary>The keyword of a reassembly <c>goto KEY</c>, or null for another reassembly.</summary>
    public static string? Goto(string reassembly) =>
        reassembly.Split(' ') is [var first, var keyword] && Fold(first) == "goto" ? Fold(keyword) : null;

    public static bool IsNewKey(string reassembly) => Fold(reassembly) == "newkey";

    public static bool IsComponent(string element) => element == "*" || element.StartsWith('@');

    private void Check()
    {
        var classes = Keywords.Keys.Where(keyword => keyword.StartsWith('@')).Select(ClassOf).ToList();
        if (classes.Contains(null) || classes.Distinct().Count() < classes.Count) throw new FormatException("A keyword is a class that is declared, and one that no other is.");
        if (!Keywords.TryGetValue("xnone", out var none) || !none.Decompositions.Any(decomposition => decomposition is { Pattern: ["*"], IsMemory: false }))
            throw new FormatException("There is no xnone that answers everything.");
        foreach (var decomposition in Keywords.Values.SelectMany(keyword => keyword.Decompositions))
        {
            if (decomposition.Reassemblies.Count == 0) throw new FormatException("A decomposition has no reassembly.");
            if (decomposition.Pattern.Any(element => element.StartsWith('@') && ClassOf(element) is null))
                throw new FormatException("A class is not declared.");
            foreach (var reassembly in decomposition.Reassemblies)
            {
                var numbers = Component().Matches(reassembly).Select(match => int.Parse(match.Groups[1].Value));
                if (numbers.Any(number => number < 1 || number > decomposition.Pattern.Count(IsComponent)))
                    throw new FormatException("There is no such component.");
                if (decomposition.IsMemory && (IsNewKey(reassembly) || Goto(reassembly) is not null))
                    throw new FormatException("A memory is a text.");
                if (Goto(reassembly) is { } keyword && KeywordOf(keyword) is null)
                    throw new FormatException($"{keyword} is not declared.");
            }
        }
    }

    /// <summary>A reassembly, divided into components and the texts between them.</summary>
    public static string[] Parts(string reassembly) => [.. Regex.Split(reassembly, @"(\([0-9]+\))").Where(part => part.Length > 0)];

    /// <summary>The number of a component, or null for any other text.</summary>
    public static int? ComponentOf(string part) => Component().Match(part) is { Success: true } match && match.Length == part.Length ? int.Parse(match.Groups[1].Value) : null;

    /// <summary><c>(2)</c> in a reassembly.</summary>
    [GeneratedRegex(@"\(([0-9]+)\)")]
    public static partial Regex Component();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
