using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Cli.Evaluating;

/// <summary>How well a prediction matches the answers, by the definitions of SQuAD. Each figure is from 0 to 1.</summary>
/// <param name="ExactMatch">1 if the prediction is one of the answers, else 0.</param>
/// <param name="F1">How many words it shares with the most similar answer: the harmonic mean of precision and recall.</param>
internal readonly partial record struct Score(double ExactMatch, double F1)
{
    // The same as string.punctuation in Python.
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The best score over all answers. If there is no answer, only an empty prediction is right.</summary>
    public static Score Of(string prediction, IEnumerable<string> answers)
    {
        var predicted = Normalize(prediction);
        List<string> golden = [.. answers.Select(Normalize).Where(answer => answer.Length > 0)];
        if (golden.Count == 0)
            golden = [""];
        return new(golden.Max(answer => answer == predicted ? 1 : 0), golden.Max(answer => CommonWords(predicted, answer)));
    }

    /// <summary>The form in which texts are compared: lower case, no punctuation, no articles, one blank between words.</summary>
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

    // Python also counts the four separators of ASCII as white space.
    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1C' and <= '\x1F';

    [GeneratedRegex(@"\b(a|an|the)\b")]
    private static partial Regex Articles();
}
