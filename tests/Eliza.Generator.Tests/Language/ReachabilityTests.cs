using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

/// <summary>
/// Rules that are reported as unused are never used. The plain interpreter talks with random scripts, in which every reply
/// names the line of its decomposition and every <c>post:</c> its own line.
/// </summary>
public sealed class ReachabilityTests
{
    private const int Scripts = 500;
    private const int Sessions = 3;
    private const int Lines = 12;

    private static readonly string[] Unreachable = ["ELIZA0034", "ELIZA0035", "ELIZA0036", "ELIZA0037", "ELIZA0071"];
    private static readonly string[] Typed = ["a", "b", "c", "d", "e", "f", "but", ",", ".", "a", "b"];

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Nothing_reported_unreachable_in_a_line_script_is_ever_reached() => Hold(random => RandomLineScript(random, goesElsewhere: true), fewestReplaced: 500);

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void No_member_that_is_reported_to_bring_nothing_up_brings_its_keyword_up()
    {
        var random = new Random(1966);
        var reported = 0;
        for (var i = 0; i < 4 * Scripts; i++)
        {
            var script = RandomLineScript(random, goesElsewhere: false);
            var text = string.Join("\n", script);
            foreach (var found in ScriptFrontEnd.Read(text).Diagnostics.Where(f => f.Rule.Id == "ELIZA0072"))
            {
                var ofKeyword = Block(script, found.Place.Line).ToHashSet();
                reported++;
                for (var line = 0; line < Lines; line++)
                {
                    var said = string.Join(" ", Enumerable.Repeat(found.Arguments[1], line + 1));
                    if (Talker.With(text).Reply(said) is ['L', .. var number])
                        ofKeyword.ShouldNotContain(int.Parse(number.Split(' ')[0].TrimEnd('.'), CultureInfo.InvariantCulture), $"{text}\n> {said}");
                }
            }
        }

        reported.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Nothing_reported_unreachable_in_a_list_script_is_ever_reached() => Hold(RandomListScript, fewestReplaced: 0);

    private static void Hold(Func<Random, string[]> randomScript, int fewestReplaced)
    {
        var random = new Random(1966);
        var (reported, reached, replaced) = (0, 0, 0);
        for (var i = 0; i < Scripts; i++)
        {
            var script = randomScript(random);
            var text = string.Join("\n", script);
            var found = ScriptFrontEnd.Read(text).Diagnostics;
            if (found.Any(f => f.Rule.Severity == ScriptSeverity.Error)) continue;

            HashSet<int> unreachable = [.. found.Where(f => Unreachable.Contains(f.Rule.Id)).SelectMany(f => Decompositions(script, f))];
            reported += unreachable.Count;
            for (var session = 0; session < Sessions; session++)
            {
                var talker = Talker.With(text);
                for (var line = 0; line < Lines; line++)
                {
                    var said = string.Join(" ", Enumerable.Range(0, random.Next(6)).Select(_ => One(random, Typed)));
                    if (!(talker.Reply(said) is ['L', .. var number])) continue;
                    unreachable.ShouldNotContain(int.Parse(number.Split(' ')[0].TrimEnd('.'), CultureInfo.InvariantCulture), $"{text}\n> {said}");
                    reached++;
                    foreach (var post in number.Split(' ').Where(word => word.StartsWith('P')))
                    {
                        unreachable.ShouldNotContain(int.Parse(post[1..], CultureInfo.InvariantCulture), $"{text}\n> {said}");
                        replaced++;
                    }
                }
            }
        }

        // The test means something only with enough of both.
        reported.ShouldBeGreaterThan(200);
        reached.ShouldBeGreaterThan(2_000);
        replaced.ShouldBeGreaterThanOrEqualTo(fewestReplaced);
    }

    /// <summary>The lines of the decompositions in a finding: one, or all of a keyword.</summary>
    private static IEnumerable<int> Decompositions(string[] script, ScriptDiagnostic found)
    {
        yield return found.Place.Line;
        if (found.Rule.Id != "ELIZA0037") yield break;
        foreach (var line in Block(script, found.Place.Line)) yield return line;
    }

    /// <summary>The lines of the keyword that a line declares.</summary>
    private static IEnumerable<int> Block(string[] script, int keyword)
    {
        for (var i = keyword + 1; i < script.Length && !script[i].StartsWith("key", StringComparison.Ordinal) && !script[i].StartsWith('('); i++) yield return i;
    }

    private static string[] RandomLineScript(Random random, bool goesElsewhere)
    {
        string[] words = ["a", "b", "c", "d", "e", "but", "e-f"];
        List<string> script = ["initial: Hello."];
        for (var i = random.Next(3); i > 0; i--) script.Add($"pre: {One(random, words)} {One(random, words)} {One(random, words)}");
        foreach (var word in words.Where(_ => random.Next(3) == 0)) script.Add(Invariant($"post: {word} P{script.Count}"));
        script.Add($"synon: {One(random, words)}{(random.Next(2) == 0 ? "1" : "")} {One(random, words)} {One(random, words)}");
        var synon = script[^1].Split(' ')[1];
        string[] elements = [.. words, "*", "*", "*", "@" + synon, "@" + script[^1].Split(' ')[2]];
        string[] keywords = [.. words.Where(_ => random.Next(2) == 0).Concat(random.Next(2) == 0 ? ["@" + synon] : Array.Empty<string>()).Append("xnone")];
        foreach (var keyword in keywords)
        {
            script.Add($"key: {keyword} {random.Next(3)}");
            for (var i = random.Next(1, 5); i > 0; i--)
                Decompose(script, (random.Next(5) == 0 ? "$ " : "") + Pattern(random, elements), random, goesElsewhere ? keywords : []);
            if (keyword == "xnone") Decompose(script, "*", random, []);
        }

        return [.. script];
    }

    private static void Decompose(List<string> script, string pattern, Random random, string[] keywords)
    {
        script.Add("decomp: " + pattern);
        var number = script.Count - 1;
        var components = pattern.Count(character => character is '*' or '@');
        script.Add(Invariant($"reasmb: L{number}{string.Concat(Enumerable.Range(1, components).Select(i => $" ({i})"))}"));
        if (random.Next(6) == 0) script.Add(Invariant($"reasm_for_memory: M{number}"));
        if (pattern[0] == '$' || keywords.Length == 0) return;
        if (random.Next(3) == 0) script.Add("reasmb: goto " + One(random, keywords));
        if (random.Next(4) == 0) script.Add("reasmb: newkey");
    }

    private static string[] RandomListScript(Random random)
    {
        string[] words = ["A", "B", "C", "D", "E", "BUT", "E.F"];
        string[] elements = [.. words, "0", "0", "0", "1", "2", "(/T)", "(*A B)", "(*E.F BUT)"];
        string[] keywords = [.. words.Where(_ => random.Next(2) == 0).Append("F")];
        List<string> script = ["(HELLO)"];
        foreach (var keyword in keywords.Append("NONE"))
        {
            script.Add($"({keyword} {random.Next(3)}{(random.Next(3) == 0 ? " = " + One(random, words) : "")}{(random.Next(3) == 0 ? " DLIST(/T)" : "")}");
            for (var i = random.Next(1, 5); i > 0; i--) Transform(script, Pattern(random, elements), random, keyword == "NONE" ? [] : keywords);
            if (keyword == "NONE") Transform(script, "0", random, []);

            // Links in a circle would keep the interpreter busy until its steps are used up.
            script.Add(random.Next(4) == 0 && keyword is not ("NONE" or "F") ? "  (=F))" : "  )");
        }

        script.Add("(MEMORY F");
        for (var i = 0; i < 4; i++) script.Add(Invariant($"  ({Pattern(random, elements)} = L{script.Count})"));
        script.Add(")");
        return [.. script];
    }

    private static void Transform(List<string> script, string pattern, Random random, string[] keywords)
    {
        var others = keywords.Length == 0 ? "" : random.Next(6) switch
        {
            0 => $" (={One(random, keywords)})",
            1 => " (NEWKEY)",
            2 => $" (PRE (C A E.F) (={One(random, keywords)}))",
            _ => "",
        };
        script.Add(Invariant($"  (({pattern}) (L{script.Count}){others})"));
    }

    private static string Pattern(Random random, string[] elements) =>
        string.Join(" ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => One(random, elements)));

    private static string One(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
