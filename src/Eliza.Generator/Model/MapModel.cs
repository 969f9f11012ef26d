using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Model;

/// <summary>
/// The places and quotes of the rules of a script, in rows that <see cref="MapRow"/> describes. They are not in the
/// script's model, because every blank line changes them.
/// </summary>
internal sealed record MapModel(EquatableArray<string> Rows)
{
    /// <summary>The map of a script. It is empty if the script has errors.</summary>
    public static MapModel Of(ScriptSyntax script, ScriptModel? model) =>
        new(model is null ? default : new Builder(script, model).Rows().ToEquatableArray());

    private sealed class Builder(ScriptSyntax script, ScriptModel model)
    {
        private readonly Quotes _quotes = new(script.Language);
        private readonly Dictionary<string, int> _numbers = model.Words
            .Select((word, index) => (word.Text, Number: index + 1))
            .Where(word => word.Text.Length > 0)
            .ToDictionary(word => word.Text, word => word.Number, StringComparer.Ordinal);

        private bool IsList => script.Language == ScriptLanguage.List;

        public IEnumerable<string> Rows()
        {
            foreach (var quit in script.Quits)
            {
                yield return Row(MapRow.Quit, quit.Place, Join(quit.Words.Select(word => NumberOf(word.Text))), "quit: " + string.Join(" ", quit.Words.Select(word => word.Text)));
            }

            foreach (var pre in script.Pres) yield return Row(MapRow.Rewrite, pre.Word.Place, Number(NumberOf(pre.Word.Text)), Quote("pre", pre));
            foreach (var post in script.Posts)
            {
                var number = NumberOf(post.Word.Text);
                yield return Row(MapRow.Reflection, post.Word.Place, Number(number), model.Words[number - 1].Reflection!, Quote("post", post));
            }

            foreach (var keyword in script.Keywords.Where(keyword => keyword.Substitute is not null))
            {
                if (_numbers.TryGetValue(keyword.Word.Text, out var number)) yield return Row(MapRow.Rewrite, keyword.Word.Place, Number(number), _quotes.Keyword(keyword));
            }

            foreach (var row in ModelBuilder.RulesOf(script).Zip(model.Keywords, (syntax, rule) => RowsOf(syntax, rule.Word)).SelectMany(rows => rows)) yield return row;

            foreach (var rule in script.Memory?.Rules ?? default)
            {
                yield return Row(MapRow.MemoryRule, rule.Place, [$"({_quotes.Pattern(rule.Pattern)} = {_quotes.Parts(rule.Parts, rule.Pattern)})", .. rule.Pattern.Select(Element)]);
                yield return Row(MapRow.Reassembly, rule.Place, MapRow.Memory.ToString(), Components(rule.Parts), _quotes.Parts(rule.Parts, rule.Pattern));
            }
        }

        private IEnumerable<string> RowsOf(KeywordSyntax keyword, int number)
        {
            yield return Row(MapRow.Keyword, keyword.Word.Place, Number(number), Number(keyword.Rank), keyword.Word.Text, _quotes.Keyword(keyword));
            if (keyword.Link is { } link) yield return Row(MapRow.Link, link.Place, $"(={link.Text})");
            foreach (var decomposition in keyword.Decompositions)
            {
                var kind = decomposition.IsMemory ? MapRow.MemoryDecomposition : MapRow.Decomposition;
                yield return Row(kind, decomposition.Place, [Pattern(decomposition), .. decomposition.Pattern.Select(Element)]);
                foreach (var reassembly in decomposition.Reassemblies)
                {
                    var (letter, parts) = reassembly switch
                    {
                        GotoSyntax => (MapRow.Goto, default),
                        NewKeySyntax => (MapRow.NewKey, default),
                        PreSyntax pre => (MapRow.Replace, pre.Parts),
                        _ => (decomposition.IsMemory ? MapRow.Memory : MapRow.Text, ((TextSyntax)reassembly).Parts),
                    };
                    var quote = _quotes.Reassembly(reassembly, decomposition.Pattern);
                    yield return Row(MapRow.Reassembly, reassembly.Place, letter.ToString(), Components(parts), IsList ? $"({quote})" : "reasmb: " + quote);
                }
            }
        }

        private string Pattern(DecompositionSyntax decomposition)
        {
            var pattern = _quotes.Pattern(decomposition.Pattern);
            return IsList ? $"({pattern})" : (decomposition.IsMemory ? "decomp: $ " : "decomp: ") + pattern;
        }

        private string Element(ElementSyntax element)
        {
            var words = element switch
            {
                AnyWordsSyntax => 0,
                ExactWordsSyntax exact => exact.Count,
                _ => 1,
            };
            var sign = IsList || element is not LiteralSyntax ? MapRow.Component : MapRow.NoComponent;
            return Number(words) + sign + _quotes.Element(element);
        }

        private int NumberOf(string word) => _numbers[IsList ? word : LineWords.Fold(word)];

        private static string Quote(string tag, RewriteSyntax rewrite) => $"{tag}: {rewrite.Word.Text} {string.Join(" ", rewrite.Words.Select(word => word.Text))}";

        private static string Components(EquatableArray<PartSyntax> parts) => Join(parts.OfType<ComponentPartSyntax>().Select(part => part.Element).Distinct());

        private static string Join(IEnumerable<int> numbers) => string.Join(" ", numbers.Select(Number));

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Row(string kind, Place place, params string[] fields) =>
            string.Join("\t", fields.Prepend(place.LineNumber).Prepend(kind).Select(Field));

        // Control characters would end a field or a row.
        private static string Field(string text) => text.Any(char.IsControl) ? new(text.Select(character => char.IsControl(character) ? ' ' : character).ToArray()) : text;
    }
}
