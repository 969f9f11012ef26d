using System.Reflection.Metadata;
using Eliza.Testing;

namespace Eliza.Compiler.Tests;

/// <summary>No text of a script becomes code: with any text, the compiled script uses only the types of .NET that an ordinary script uses.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class EscapeTests
{
    private const string Call = "System.IO.File.WriteAllText(\"owned\", \"\")";

    public static TheoryData<string> Hostile =>
    [
        $"\"; {Call}; //", $"\"\"\"; {Call}; \"\"\"", $"\"\"\"\"\"\"; {Call};", $"*/ {Call}; /*", $"\\\"; {Call}; //", $"\\u0022; {Call}; //", $"{{{Call}}}",
        $"$\"{{{Call}}}\"", $"\u2028{Call};", $"\u2029#endif {Call};", $"\u0085{Call}; //", $"</summary>\u2028}} }} class X {{ int x = {Call}; }}",
        $"\0\"; {Call};", $"\uD800\"; {Call};", $"\"u8; {Call}; //", $"@\"\"\"{Call}", "\\", "\"", "\\x22", $"]; {Call}; [", $"\t\"; {Call}; //", $"#line 1 \"x\" {Call}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Of_a_line_script(string text) => Holds(words => $"""
        initial: Hello {words}
        final: Bye {words}
        quit: end {words}
        pre: word {words}
        post: other {words}
        synon: thing {words}
        # {words}
        key: xnone
          decomp: *
            reasmb: Go on {words}
        key: first 3
          decomp: * first {words} *
            reasmb: One (1) {words}
          decomp: $ * @thing *
            reasmb: Two {words} (2)
        """, text);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Of_a_list_script(string text) => Holds(words => $"""
        (HELLO {words})
        START
        (FIRST = SECOND 3 ((0 FIRST {words} 0) (ONE 1 {words})))
        (NONE ((0) (GO ON {words})))
        (MEMORY FIRST (0 FIRST 0 = A 3) (0 FIRST 0 = B 3) (0 FIRST 0 = C 3) (0 FIRST 0 = D {words} 3))
        """, text);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Of_the_name_of_the_file(string text)
    {
        const string Script = "initial: Hi\nkey: xnone\n decomp: *\n  reasmb: Hi\n";
        var usual = Calls(ScriptCompiler.Compile("usual.txt", Script))!;
        if (Calls(ScriptCompiler.Compile(text.Replace('/', ' ') + ".txt", Script)) is { } calls)
            calls.Except(usual).ShouldBeEmpty();
    }

    // A script may be refused, but never because its C# has errors. The text is also tried in one place at a time, since one place would hide the others.
    private static void Holds(Func<string, string> script, string text)
    {
        var usual = Calls(ScriptCompiler.Compile("script.txt", script("harmless")))!;
        var lines = script("harmless").Split('\n');
        usual.ShouldNotBeEmpty();
        var compiled = 0;
        for (var place = 0; place < lines.Length; place++)
        {
            string[] tried = [.. lines];
            tried[place] = tried[place].Replace("harmless", text, StringComparison.Ordinal);
            if (Calls(ScriptCompiler.Compile("script.txt", string.Join('\n', tried))) is not { } calls)
                continue;
            compiled++;
            calls.Except(usual).ShouldBeEmpty($"{text} on line {place + 1}");
        }
        compiled.ShouldBeGreaterThan(0, "it was tried somewhere");
    }

    /// <summary>All types that the compiled script refers to, except those of Eliza.Runtime; null if the script was refused.</summary>
    private static unsafe IReadOnlyList<string>? Calls(CompiledScript compiled)
    {
        compiled.Findings.ShouldAllBe(finding => finding.Id.StartsWith("ELIZA"));
        if (compiled.Script is not { } script)
            return null;
        script.GetType().GenericTypeArguments[0].Assembly.TryGetRawMetadata(out var blob, out var length).ShouldBeTrue();
        var metadata = new MetadataReader(blob, length);
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(one => $"{metadata.GetString(one.Namespace)}.{metadata.GetString(one.Name)}")
                .Where(name => !name.StartsWith("Eliza.Runtime."))
                .Order(StringComparer.Ordinal),
        ];
    }
}
