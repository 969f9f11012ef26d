using System.Text.RegularExpressions;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;

namespace Eliza.Cli.Editing;

/// <summary>Proposes what the author can write next.</summary>
internal static partial class Completing
{
    private const int Keyword = 14;
    private const int Class = 7;
    private const int Snippet = 15;
    private const int Value = 12;

    private static readonly (string Name, string Detail, string Text)[] Snippets =
    [
        ("keyword", "a keyword with a decomposition", "key: ${1:word} ${2:0}\n    decomp: ${3:*}\n        reasmb: $0"),
        ("memory", "what is said to be remembered", "decomp: \\$ ${1:* my *}\n        reasmb: ${2:Earlier you said your (2).}$0"),
        ("class", "words that mean the same", "synon: ${1:name} ${2:member}$0"),
    ];

    /// <summary>The proposals for an offset.</summary>
    public static IReadOnlyList<CompletionItem> At(ScriptView view, int offset)
    {
        var before = view.Text[view.Lines.Start(view.Lines.At(offset).Line)..offset];
        CompletionItem Item(string label, int kind, string? detail, int length, string? text = null) =>
            new(label, kind, detail, new(view.Lines.Range(offset - length, offset), text ?? label));

        if (view.IsList)
        {
            if (ListTarget().Match(before) is { Success: true } link)
                return [.. view.Syntax.Keywords.Where(one => one.Word.Text != ScriptNames.FallbackWord(ScriptLanguage.List)).Select(one => Item(one.Word.Text, Keyword, Rank(one), link.Groups[1].Length))];
            if (ListTag().Match(before) is { Success: true } slash)
                return [.. view.Syntax.Keywords.SelectMany(one => one.Tags).Select(tag => tag.Text).Distinct().Select(tag => Item(tag, Class, Telling.Class(view, tag).Replace("`", "", StringComparison.Ordinal), slash.Groups[1].Length))];
            return [];
        }
        if (Tag().Match(before) is { Success: true } tag)
        {
            var length = tag.Groups[1].Length;
            return
            [
                .. LineReader.Tags.Select(one => Item(one, Keyword, null, length, one + ": ")),
                .. Snippets.Select(one => Item(one.Name, Snippet, one.Detail, length, one.Text) with { InsertTextFormat = 2 }),
            ];
        }
        if (Target().Match(before) is { Success: true } jump)
            return [.. view.Syntax.Keywords.Select(one => Item(one.Word.Text, Keyword, Rank(one), jump.Groups[1].Length))];
        if (ClassName().Match(before) is { Success: true } at)
            return [.. view.Syntax.Classes.Select(one => Item(one.Name.Text, Class, string.Join(" ", one.Members.Select(member => member.Text)), at.Groups[1].Length))];
        if (Component().Match(before) is { Success: true } component && Above(view, offset) is { } decomposition)
        {
            var closes = offset < view.Text.Length && view.Text[offset] == ')' ? "" : ")";
            return [.. Generator.Emit.English.Describe(view.Syntax.Language, decomposition.Pattern).Where(one => one.Component.Length > 0)
                .Select(one => Item(one.Component, Value, one.Meaning, component.Groups[1].Length, one.Component + closes))];
        }
        return [];
    }

    private static DecompositionSyntax? Above(ScriptView view, int offset) =>
        view.Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Where(one => view.Start(one.Place) < offset).MaxBy(one => view.Start(one.Place));

    private static string Rank(KeywordSyntax keyword) => FormattableString.Invariant($"rank {keyword.Rank}");

    [GeneratedRegex(@"^\s*([A-Za-z_]*)$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*reasmb\s*:\s*goto\s+(\S*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Target();

    [GeneratedRegex(@"^\s*(?:decomp|key)\s*:.*@([^\s*]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^\s*(?:reasmb|reasm_for_memory)\s*:.*\(([0-9]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Component();

    [GeneratedRegex(@"\(=\s*([^\s()=;]*)$")]
    private static partial Regex ListTarget();

    [GeneratedRegex(@"\(/\s*(?:[^()]*\s)?([^\s()]*)$")]
    private static partial Regex ListTag();
}
