using Eliza.Compiler;
using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Runtime;

namespace Eliza.Engine.Tests.Differential;

/// <summary>Compares compiled scripts with the plain interpreter, reply by reply.</summary>
internal static class Comparison
{
    /// <summary>Compares the replies of a case.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">They differ; the message has the smallest case that was found.</exception>
    public static void Compare(Case found)
    {
        var compiled = ScriptCompiler.Compile(TestScripts.Path, found.Script);
        if (compiled.Script is null) Assert.Fail($"The generator refuses a script:\n{string.Join('\n', compiled.Findings)}\n{found}");
        if (Difference(found, compiled.Script) is not null) Assert.Fail(Describe(Shrink(found)));
    }

    private static string Describe(Case found)
    {
        var (line, expected, actual) = Difference(found, TestScripts.CompileAnew(found.Script))!.Value;
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

    /// <summary>Removes parts of a case, as long as the replies still differ.</summary>
    private static Case Shrink(Case found)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            var script = TestScripts.CompileAnew(found.Script);
            found = found with { Lines = [.. found.Lines.Take(Difference(found, script)!.Value.Line + 1)] };
            for (var i = found.Lines.Count - 1; i >= 0; i--)
            {
                var without = found with { Lines = [.. Without(found.Lines, i)] };
                if (Difference(without, script) is not null) found = without;
            }

            var candidates = found.Parts.Select((_, i) => found with { Parts = [.. Without(found.Parts, i)] }).Where(IsScript).ToList();
            foreach (var candidate in candidates)
            {
                if (ScriptCompiler.Compile(TestScripts.Path, candidate.Script).Script is not { } compiled || Difference(candidate, compiled) is null) continue;
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
