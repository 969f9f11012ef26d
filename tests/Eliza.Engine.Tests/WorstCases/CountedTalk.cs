using System.Globalization;
using System.Text.RegularExpressions;
using Eliza.Compiler;
using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Runtime.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Engine.Tests.WorstCases;

/// <summary>The cost of a conversation. The generated code is compiled with counters, and the runtime counts the allocated memory.</summary>
/// <param name="Steps">The number of words read, keywords tried, reassemblies chosen and words written by the script.</param>
/// <param name="Bytes">The allocated bytes.</param>
/// <param name="Characters">The length of the longest reply.</param>
/// <param name="MostSteps">The bound on steps.</param>
/// <param name="MostBytes">The bound on bytes.</param>
/// <param name="MostCharacters">The bound on a reply.</param>
internal sealed partial record CountedTalk(long Steps, long Bytes, int Characters, long MostSteps, long MostBytes, int MostCharacters)
{
    /// <summary>The number of times that a rewriting or a memory makes the engine match a pattern again. These do not count against the limit.</summary>
    private const int Again = 2;

    /// <summary>The bytes for each character that a script may add: texts, and words of two clauses as numbers and places in arrays that grow by doubling.</summary>
    private const int BytesPerCharacter = 128;

    /// <summary>
    /// The bytes for each character of the memories: two in UTF-16; two more for the memories before the last line, which can
    /// come back; twice that, since the buffer grows by doubling; and all of it again for the smaller buffers before.
    /// </summary>
    private const int BytesPerRemembered = 16;

    /// <summary>The bytes of a conversation without any lines.</summary>
    private const int OtherBytes = 1 << 18;

    private const string Counter = """
        namespace Test
        {
            public readonly ref struct CountedWords(global::System.ReadOnlySpan<int> words)
            {
                public static long Steps;
                private readonly global::System.ReadOnlySpan<int> _words = words;
                public int Length => _words.Length;
                public int this[int index] { get { Steps++; return _words[index]; } }
                public bool SequenceEqual(global::System.ReadOnlySpan<int> others) { Steps += others.Length; return global::System.MemoryExtensions.SequenceEqual(_words, others); }
            }
        }
        """;

    /// <summary>Says the line as often as the case asks, twice of these with further choices; null if the script is refused.</summary>
    public static CountedTalk? Of(BredTalk talk)
    {
        var code = GeneratedCode.Of(TestScripts.Path, talk.Script, CancellationToken.None);
        if (code.HasErrors) return null;

        var dearest = 0;
        var trees = code.Trees.Select(tree =>
        {
            var text = tree.ToString();
            if (Costs().Match(text) is { Success: true } costs) dearest = Number(costs.Groups[1]) + Number(costs.Groups[2]);
            return Parse(Method().Replace(text.Replace("= turn.Words;", "= new global::Test.CountedWords(turn.Words);", StringComparison.Ordinal), "$0 global::Test.CountedWords.Steps++;"));
        }).ToList();
        ScriptAssembly.TryLoad([.. trees, Parse(Counter)], out var assembly, out var errors).ShouldBeTrue(string.Join('\n', errors));
        var counter = assembly!.GetType("Test.CountedWords", throwOnError: true)!.GetField("Steps")!;
        var script = (Script)assembly.GetType("Scripts", throwOnError: true)!.GetMethod("Find")!.Invoke(null, ["script"])!;

        var said = talk.Said;
        script.Start().Advance("");
        counter.SetValue(null, 0L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var characters = Talk(script, said, talk.Lines);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        var answers = talk.Lines + 2L;
        var own = Math.Min(Budget.MostSteps, Budget.PerLine + ((said.Length + 1L) * (Budget.PerCharacter + dearest)));
        return new(
            (long)counter.GetValue(null)!, bytes, characters,
            Again * (Budget.Store + (2 * answers * own)),
            OtherBytes + (32L * talk.Script.Length) + (BytesPerCharacter * (Budget.CharactersFor(said.Length) + (3L * said.Length)))
                + (BytesPerRemembered * Math.Min(Budget.MostCharacters, answers * Budget.CharactersFor(said.Length))),
            Budget.CharactersFor(said.Length));
    }

    private static int Talk(Script script, string said, int lines)
    {
        var conversation = script.Start();
        for (var line = 1; line < lines; line++) conversation.Advance(said);
        var characters = conversation.Answer(said).Length;
        for (var choice = 0; choice < 2; choice++) characters = Math.Max(characters, conversation.AnswerAgain(said).Length);
        return characters;
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, GeneratedCode.Language);

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"ReadOnlySpan<int> Costs =>\s*\[\s*([0-9]+), ([0-9]+),")]
    private static partial Regex Costs();

    [GeneratedRegex(@"public static (?:int|void|bool) (?:Decompose|DecomposeAfter|Reassemble|Rewrite|Memorise)\([^)]*\)\s*\{")]
    private static partial Regex Method();
}
