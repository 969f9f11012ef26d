using System.Globalization;
using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>
/// A number that is computed from the whole meaning of a script. A saved conversation can continue only with a script that has
/// the same number. File names and names in C# do not count.
/// </summary>
internal sealed class Fingerprint
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong _hash = Offset;

    public static ulong Of(ScriptModel script)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Add(script.Greetings, text => fingerprint.Add(text));
        fingerprint.Add(script.Farewells, text => fingerprint.Add(text));
        fingerprint.Add(script.ClassKeywords, keyword => fingerprint.Add(keyword));
        fingerprint.Add((int)script.Language, script.None, script.MemoryKeyword);
        fingerprint.Add(script.Words, fingerprint.Add);
        fingerprint.Add(script.Keywords, fingerprint.Add);
        fingerprint.Add(script.Sets, set => fingerprint.Add(set.Words, word => fingerprint.Add(word)));
        fingerprint.Add(script.Quits, quit => fingerprint.Add(quit.Words, word => fingerprint.Add(word)));
        fingerprint.Add(script.MemoryRules, fingerprint.Add);
        return fingerprint._hash;
    }

    private void Add(WordModel word)
    {
        Add(word.Text);
        Add(word.IsProper ? 1 : 0);
        Add(word.Reflection ?? "");
        Add(word.Rewrite, Add);
    }

    private void Add(SpelledWord word)
    {
        Add(word.Word);
        Add(word.Spelling);
    }

    private void Add(KeywordModel keyword)
    {
        Add(keyword.Word, keyword.Rank, keyword.Link);
        Add(keyword.Decompositions, Add);
    }

    private void Add(DecompositionModel decomposition)
    {
        Add(decomposition.IsMemory ? 1 : 0);
        Add(decomposition.Pattern, Add);
        Add(decomposition.Reassemblies, Add);
    }

    private void Add(Element element)
    {
        switch (element)
        {
            case OneWord one: Add(1, one.Word); break;
            case OneOf set: Add(2, set.Set); break;
            case ExactWords exact: Add(3, exact.Count); break;
            default: Add(4); break;
        }
    }

    private void Add(ReassemblyModel reassembly)
    {
        switch (reassembly)
        {
            case TextModel text: Add(1); Add(text.Pieces, Add); break;
            case GotoModel jump: Add(2, jump.Keyword); break;
            case RewriteModel rewrite: Add(3, rewrite.Keyword); Add(rewrite.Pieces, Add); break;
            default: Add(4); break;
        }
    }

    private void Add(Piece piece)
    {
        switch (piece)
        {
            case TextPiece text: Add(1); Add(text.Text); break;
            case ComponentPiece component: Add(2, component.Element); break;
            case WordPiece word: Add(3); Add(word.Word); break;
        }
    }

    private void Add<T>(EquatableArray<T> items, Action<T> add)
        where T : IEquatable<T>
    {
        Add(items.Count);
        foreach (var item in items) add(item);
    }

    private void Add(params int[] numbers)
    {
        foreach (var number in numbers) Add(number.ToString(CultureInfo.InvariantCulture));
    }

    private void Add(string text)
    {
        foreach (var character in text) Mix(character);
        Mix(char.MaxValue); // marks the end of a text; no text has this character, so two different lists differ here
    }

    private void Mix(char character) => _hash = unchecked((_hash ^ character) * Prime);
}
