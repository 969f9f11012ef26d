using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Runtime;

namespace Eliza.Engine.Tests.Differential;

/// <summary>Holds compiled scripts to the plain interpreter, reply for reply.</summary>
internal static class Comparison
{
    /// <summary>Compares the replies of all cases and returns how many there were.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">They differ; the message has the smallest case that was found.</exception>
    public static int Compare(IReadOnlyList<Case> cases)
    {
        foreach (var (found, compiled) in cases.Zip(ScriptCompiler.Compile([.. cases.Select(one => one.Script)])))
        {
            if (compiled.Script is null) Assert.Fail($"The generator refuses a script:\n{compiled.Errors}\n{found}");
            if (Difference(found, compiled.Script) is not null) Assert.Fail(Describe(Shrink(found)));
        }

        return cases.Sum(one => one.Lines.Count);
    }

    private static string Describe(Case found)
    {
        var (line, expected, actual) = Difference(found, ScriptCompiler.Compile(found.Script))!.Value;
        return $"The replies to {Case.Quoted(found.Lines[line])} differ.\nplain interpreter: {Case.Quoted(expected)}\ncompiled script:   {Case.Quoted(actual)}\n{found}";
    }

    private static (int Line, string Expected, string Actual)? Difference(Case found, Script script)
    {
        var plain = Talker.With(found.Script);
        var conversation = script.Start();
        foreach (var (number, line) in found.Lines.Index())
        {
            var expected = plain.Reply(line);
            string actual;
            try
            {
                actual = conversation.Reply(line);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                actual = exception.ToString();
            }

            if (actual != expected) return (number, expected, actual);
        }

        return null;
    }

    /// <summary>Leaves out of a case, piece by piece, what the difference does not need.</summary>
    private static Case Shrink(Case found)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            var script = ScriptCompiler.Compile(found.Script);
            found = found with { Lines = [.. found.Lines.Take(Difference(found, script)!.Value.Line + 1)] };
            for (var i = found.Lines.Count - 1; i >= 0; i--)
            {
                var without = found with { Lines = [.. Without(found.Lines, i)] };
                if (Difference(without, script) is not null) found = without;
            }

            var candidates = found.Parts.Select((_, i) => found with { Parts = [.. Without(found.Parts, i)] }).Where(IsScript).ToList();
            foreach (var (candidate, compiled) in candidates.Zip(ScriptCompiler.Compile([.. candidates.Select(one => one.Script)])))
            {
                if (compiled.Script is null || Difference(candidate, compiled.Script) is null) continue;
                found = candidate;
                isSmaller = true;
                break;
            }
        }

        return found;
    }

    private static IEnumerable<string> Without(IReadOnlyList<string> items, int index) => items.Where((_, i) => i != index);

    private static bool IsScript(Case candidate)
    {
        try
        {
            Talker.With(candidate.Script);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
