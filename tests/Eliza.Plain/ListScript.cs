namespace Eliza.Plain;

/// <summary>A pattern and its reassemblies. Elements and words are strings as the script writes them.</summary>
internal sealed record Transformation(string[] Pattern, List<Reassembly> Reassemblies);

/// <summary>
/// A text or <c>(NEWKEY)</c>. With <paramref name="Link"/>, a keyword to go to; after <c>PRE</c> the text becomes the new
/// words first.
/// </summary>
internal sealed record Reassembly(string[] Words, string? Link = null, bool IsPre = false)
{
    public bool IsNewKey => Link is null && Words is ["NEWKEY"];
}

internal sealed class ListRule
{
    public string? Substitute { get; set; }

    public int Precedence { get; set; }

    public string[] Tags { get; set; } = [];

    public List<Transformation> Transformations { get; } = [];

    public string? Link { get; set; }

    public bool Transforms => Transformations.Count > 0 || Link is not null;
}

/// <summary>A script in the list language of 1966.</summary>
internal sealed class ListScript
{
    public Dictionary<string, ListRule> Rules { get; } = [];

    public ListRule? None { get; private set; }

    public string? MemoryKeyword { get; private set; }

    public List<Transformation> Memories { get; } = [];

    /// <summary>The keywords with each tag.</summary>
    public ILookup<string, string> Tagged => (
        from rule in Rules
        from tag in rule.Value.Tags
        where tag != "/"
        select (Tag: tag.StartsWith('/') ? tag[1..] : tag, rule.Key)).ToLookup(pair => pair.Tag, pair => pair.Key);

    public static ListScript Read(string text)
    {
        var lists = Lists.Read(text);
        if (lists is not [List<object>, ..]) throw new FormatException("A script begins with a list, the opening.");
        Flat(lists[0]);
        var script = new ListScript();
        foreach (var rule in lists.Skip(lists is [_, "START", ..] ? 2 : 1))
            script.ReadRule(rule as List<object> ?? throw new FormatException("A rule is a list."));
        script.Check();
        return script;
    }

    private void ReadRule(List<object> rule)
    {
        switch (rule)
        {
            case []: break;
            case ["MEMORY", string keyword, List<object> a, List<object> b, List<object> c, List<object> d] when !IsNumber(keyword):
                if (MemoryKeyword is not null) throw new FormatException("There is one MEMORY rule.");
                MemoryKeyword = keyword;
                Memories.AddRange([ReadMemory(a), ReadMemory(b), ReadMemory(c), ReadMemory(d)]);
                break;
            case ["MEMORY", ..]: throw new FormatException("A MEMORY rule has a keyword and four lists.");
            case ["NONE", _, ..]:
                if (None is not null) throw new FormatException("There is one NONE rule.");
                None = ReadBody(rule[1..]);
                break;
            case [string keyword, _, ..] when !IsNumber(keyword):
                if (!Rules.TryAdd(keyword, ReadBody(rule[1..]))) throw new FormatException($"{keyword} has two rules.");
                break;
            default: throw new FormatException("A rule is a keyword and its body.");
        }
    }

    private static ListRule ReadBody(List<object> body)
    {
        var rule = new ListRule();
        while (body.Count > 0)
        {
            var used = 1;
            switch (body)
            {
                case ["=", string word, ..] when !IsNumber(word):
                    rule.Substitute = word;
                    used = 2;
                    break;
                case ["DLIST", List<object> tags, ..]:
                    rule.Tags = Flat(tags);
                    used = 2;
                    break;
                case [string number, ..] when IsNumber(number):
                    rule.Precedence = int.TryParse(number, out var precedence) ? precedence : throw new FormatException("That precedence is too large.");
                    break;
                case [List<object> and ["=", string keyword]] when !IsNumber(keyword):
                    rule.Link = keyword;
                    break;
                case [List<object> and [List<object> and [_, ..] pattern, _, ..] transformation, ..]:
                    rule.Transformations.Add(Checked(new(Flat(pattern), [.. transformation.Skip(1).Select(ReadReassembly)])));
                    break;
                default: throw new FormatException($"{body[0]} does not belong here.");
            }

            body = body[used..];
        }

        return rule;
    }

    private static Reassembly ReadReassembly(object reassembly) => reassembly switch
    {
        List<object> and ["PRE", List<object> words, List<object> and ["=", string keyword]] => new(Flat(words), keyword, IsPre: true),
        List<object> and ["PRE", ..] => throw new FormatException("A PRE has a list and a link."),
        List<object> and ["=", string keyword] => new([], keyword),
        List<object> and ["=", ..] => throw new FormatException("A link has one keyword."),
        List<object> words => new(Flat(words)),
        _ => throw new FormatException("A reassembly is a list."),
    };

    private static Transformation ReadMemory(List<object> memory)
    {
        var equals = memory.IndexOf("=");
        if (equals < 1 || equals == memory.Count - 1) throw new FormatException("A memory is words, = and words.");
        return Checked(new(Flat(memory[..equals]), [new(Flat(memory[(equals + 1)..]))]));
    }

    private static Transformation Checked(Transformation transformation)
    {
        var numbers = transformation.Reassemblies.SelectMany(reassembly => reassembly.Words).Where(IsNumber);
        if (transformation.Pattern.Any(element => IsNumber(element) && !int.TryParse(element, out _))) throw new FormatException("That number is too large.");
        if (numbers.Any(number => !int.TryParse(number, out var n) || n < 1 || n > transformation.Pattern.Length))
            throw new FormatException("A number in a reassembly stands for an element of the pattern.");
        return transformation;
    }

    private void Check()
    {
        if (None is null) throw new FormatException("There is no NONE rule.");
        if (MemoryKeyword is null) throw new FormatException("There is no MEMORY rule.");
        if (!Rules.ContainsKey(MemoryKeyword)) throw new FormatException("The MEMORY keyword has no rule of its own.");
        foreach (var rule in Rules.Values.Append(None))
        {
            var links = rule.Transformations.SelectMany(transformation => transformation.Reassemblies).Select(reassembly => reassembly.Link).Append(rule.Link);
            foreach (var link in links.OfType<string>())
                if (!Rules.TryGetValue(link, out var target) || !target.Transforms)
                    throw new FormatException($"{link} cannot be linked to.");
        }
    }

    /// <summary>A list as strings. An inner list becomes one string with its parentheses.</summary>
    private static string[] Flat(object list) =>
        [.. ((List<object>)list).Select(item => item as string ?? "(" + string.Join(' ', ((List<object>)item).Select(Symbol)) + ")")];

    private static string Symbol(object item) =>
        item is string symbol && !IsNumber(symbol) ? symbol : throw new FormatException("A list within a list has words only.");

    /// <summary>Whether a token is a number. All others are symbols.</summary>
    public static bool IsNumber(string token) => char.IsAsciiDigit(token[0]);
}
