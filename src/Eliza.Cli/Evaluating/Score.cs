using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Cli.Evaluating;

/// <summary>How well a prediction meets the answers, by the definitions of SQuAD: each figure from 0 to 1.</summary>
/// <param name="ExactMatch">1 if it is one of them, else 0.</param>
/// <param name="F1">How many words it has in common with the one that it is most like.</param>
internal readonly partial record struct Score(double ExactMatch, double F1)
{
    // string.punctuation of Python.
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The best score that any of the answers gives. Without answers nothing is the right answer.</summary>
    public static Score Of(string prediction, IEnumerable<string> answers)
    {
        var predicted = Normalize(prediction);
        List<string> golden = [.. answers.Select(Normalize).Where(answer => answer.Length > 0)];
        if (golden.Count == 0)
            golden = [""];
        return new(golden.Max(answer => answer == predicted ? 1 : 0), golden.Max(answer => CommonWords(predicted, answer)));
    }

    /// <summary>A text as it is compared: in lower case, without punctuation and articles, with one blank between two words.</summary>
    public static string Normalize(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant().Where(character => !Punctuation.Contains(character)))
            letters.Append(IsSpace(character) ? ' ' : character);
        return string.Join(' ', Words(Articles().Replace(letters.ToString(), " ")));
    }

    private static double CommonWords(string predicted, string answer)
    {
        var (found, wanted) = (Words(predicted), Words(answer));
        if (found.Length == 0 || wanted.Length == 0)
            return found.Length == wanted.Length ? 1 : 0;
        var left = wanted.CountBy(word => word).ToDictionary();
        var same = found.Count(word => left.TryGetValue(word, out var count) && (left[word] = count - 1) >= 0);
        var (precision, recall) = ((double)same / found.Length, (double)same / wanted.Length);
        return same == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Python takes the four separators of ASCII for white space, too.
    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1C' and <= '\x1F';

    [GeneratedRegex(@"\b(a|an|the)\b")]
    private static partial Regex Articles();
}
