using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the C# of one script.</summary>
internal sealed class ScriptEmitter
{
    private const int MostOnOneLine = 16;

    private readonly ScriptModel _script;
    private readonly string _name;
    private readonly string _rules;
    private readonly SourceWriter _writer = new();
    private readonly MatcherEmitter _matchers;
    private readonly ReassemblyEmitter _reassemblies;
    private readonly CancellationToken _cancellation;

    private ScriptEmitter(ScriptModel script, string name, string rules, CancellationToken cancellation)
    {
        _script = script;
        _name = name;
        _rules = rules;
        _matchers = new MatcherEmitter(script, _writer);
        _reassemblies = new ReassemblyEmitter(script, rules);
        _cancellation = cancellation;
    }

    private bool IsList => _script.Language == ScriptLanguage.List;

    /// <summary>The C# of a script.</summary>
    /// <param name="name">The name of the script.</param>
    /// <param name="propertyName">The name of the script in C#.</param>
    /// <param name="target">The target. If its C# is too old for the code, only the property of the script is written.</param>
    /// <param name="script">The script, or null if it has errors. Then only the property is written, so that the project has no further errors.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static string Emit(string name, string propertyName, Target target, ScriptModel? script, CancellationToken cancellation)
    {
        var writer = new SourceWriter();
        Files.WriteHeader(writer, $"from the script “{SourceWriter.Comment(name)}”", target);
        if (target.IsTooOld) script = null;
        using (Files.OpenNamespace(writer, target))
        {
            WriteProperty(writer, name, propertyName, target, script);
        }

        return script is null ? writer.ToString() : writer + new ScriptEmitter(script, name, propertyName + "Rules", cancellation).EmitRules();
    }

    private static void WriteProperty(SourceWriter writer, string name, string propertyName, Target target, ScriptModel? script)
    {
        using var scripts = Files.OpenScripts(writer, target);
        writer.Line($"/// <summary>The script <c>{SourceWriter.Xml(name)}</c>{(script is null ? ", which could not be compiled" : Count(script))}.</summary>");
        writer.Line(script is null
            ? $"public static global::Eliza.Runtime.Script {propertyName} {{ get {{ throw new global::System.InvalidOperationException(); }} }}"
            : $"public static global::Eliza.Runtime.Script {propertyName} => global::{Files.RulesNamespace}.{propertyName}Rules.Script;");
    }

    private static string Count(ScriptModel script)
    {
        var decompositions = script.Decompositions().ToList();
        return $": {script.Keywords.Count} keywords, {decompositions.Count} decompositions, {decompositions.Sum(one => one.Reassemblies.Count)} reassemblies";
    }

    private string EmitRules()
    {
        _writer.Line();
        using (var rulesNamespace = _writer.Open("namespace " + Files.RulesNamespace))
        {
            _writer.Line("using global::System;");
            _writer.Line("using global::Eliza.Runtime;");
            _writer.Line("using global::Eliza.Runtime.Engine;");
            _writer.Line();
            _writer.Line(Files.GeneratedCode);
            WriteRules();
        }

        return _writer.ToString();
    }

    /// <summary>
    /// Writes the struct of rules. It is internal and not a file type. For each look-up in a file type the C# compiler computes a hash of
    /// the file's path, and that took a quarter of its time.
    /// </summary>
    private void WriteRules()
    {
        // The full name of the interface, because the struct for a script called i-line has the same short name.
        using var rules = _writer.Open($"internal readonly struct {_rules} : global::Eliza.Runtime.Engine.I{_script.Language}Rules");
        var texts = IsList
            ? SourceWriter.Literal(_script.Greetings[0])
            : $"{Array(_script.Greetings)}, {Array(_script.Farewells)}";
        _writer.Line($"public static readonly Script Script = new {_script.Language}Script<{_rules}>({SourceWriter.Literal(_name)}, {texts});");
        _writer.Line();
        _writer.Line($"public static ulong Fingerprint => 0x{Fingerprint.Of(_script):X16};");
        _writer.Line();
        _writer.Line($"public static int KeywordCount => {_script.Keywords.Count};");
        _writer.Line();
        _writer.Line($"public static int MaximumCuts => {_script.Decompositions().Concat(_script.MemoryRules).Max(one => Layout.CutsOf(one.Pattern))};");
        _writer.Line();
        _writer.Line($"public static int None => {Names.Word(_script, _script.None)};");
        WriteDecompositions();
        WriteReassemblies();
        WriteRewrites();
        if (IsList) WriteListParts();
        else WriteLineParts();

        _writer.Section("Patterns");
        _matchers.Write();
        WriteSets();

        _writer.Section("What is data");
        WriteWords();
        new TablesEmitter(_script, _writer).Write();
    }

    private void WriteWords()
    {
        _writer.Line();
        _writer.Line($"/// <summary>The words of the script. Those that are keywords come first{(_script.ClassKeywords.Count > 0 ? ", then those of classes that are keywords" : "")}.</summary>");
        using var words = _writer.Open("private static class Word");
        for (var index = 0; index < _script.Words.Count; index++)
        {
            var word = _script.Words[index];
            var spelling = word.Text.Length > 0 ? Names.Spelling(_script, index + 1) : index + 1 == _script.None ? "nobody can type it" : Names.ClassKeyword(_script, index + 1);
            var comment = spelling.Equals(word.Name, StringComparison.OrdinalIgnoreCase) ? "" : " // " + SourceWriter.Comment(spelling);
            _writer.Line($"public const int {word.Name} = {index + 1};{comment}");
        }
    }

    // ---- Rules ----------------------------------------------------------------------------------------------

    private void WriteDecompositions()
    {
        var decompositions = new DecompositionEmitter(_script, _matchers);
        decompositions.Emit(_cancellation);
        WriteSwitch(new("public static", "int", "Decompose", "keyword", "Turn turn"), decompositions.First, "-1");
        if (IsList && decompositions.Later.Count == 0) return;

        // Only the engine of the line language calls this method.
        WriteSwitch(new(IsList ? "private static" : "public static", "int", "DecomposeAfter", "decomposition", "Turn turn"), decompositions.Later, "-1");
    }

    private void WriteReassemblies()
    {
        WriteSwitch(new("public static", "void", "Reassemble", "reassembly", "Turn turn"), _reassemblies.Cases(_cancellation), null);
        WriteSwitch(new("public static", "int", "TargetOf", "reassembly"), _reassemblies.Targets(), "0");
    }

    private void WriteRewrites()
    {
        var rewritten = Enumerable.Range(1, _script.Words.Count).Where(word => _script.Words[word - 1].IsRewritten);
        WriteSwitch(
            new("public static", "void", "Rewrite", "word", "Turn turn"),
            rewritten.Select(word => WordCase(word, [.. _script.Words[word - 1].Rewrite.Select(one => ReassemblyEmitter.WordStatement(_script, one))])),
            null);
    }

    private void WriteLineParts()
    {
        _writer.Line();
        _writer.Line($"public static int Growth => {_reassemblies.Growth()};");
        WriteQuits();
        var reflected = Enumerable.Range(1, _script.Words.Count).Where(word => _script.Words[word - 1].Reflection is not null);
        WriteSwitch(
            new("public static", "string", "Reflect", "word"),
            reflected.Select(word => WordCase(word, $"return {SourceWriter.Literal(_script.Words[word - 1].Reflection!)};")),
            "\"\"");
    }

    private static string Array(EquatableArray<string> texts) => $"new[] {{ {string.Join(", ", texts.Select(SourceWriter.Literal))} }}";

    private void WriteQuits()
    {
        _writer.Line();
        if (_script.Quits.Count == 0)
        {
            _writer.Line("public static bool IsQuit(Turn turn) => false;");
            return;
        }

        using var method = _writer.Open("public static bool IsQuit(Turn turn)");
        _writer.Line("var words = turn.Words;");
        foreach (var quit in _script.Quits.Distinct())
        {
            var phrase = string.Join(", ", quit.Words.Select(word => Names.Word(_script, word)));
            _writer.Line(quit.Words.Count <= MostOnOneLine ? $"if (words is [{phrase}]) return true;" : $"if (words.SequenceEqual([{phrase}])) return true;");
        }

        _writer.Line("return false;");
    }

    private void WriteListParts()
    {
        _writer.Line();
        _writer.Line($"public static int MemoryKeyword => {Names.Word(_script, _script.MemoryKeyword)};");

        var links = _script.Keywords.Where(keyword => keyword.Link != 0).OrderBy(keyword => keyword.Word);
        WriteSwitch(
            new("public static", "int", "LinkOf", "keyword"),
            links.Select(keyword => WordCase(keyword.Word, $"return {Names.Word(_script, keyword.Link)};")),
            "0");

        WriteSwitch(new("public static", "bool", "Memorise", "rule", "Turn turn"), _script.MemoryRules.Select(MemoryCase), "false");
    }

    private Switches.Case MemoryCase(DecompositionModel rule, int number)
    {
        var reassembly = rule.Reassemblies[0];
        var statements = _reassemblies.Statements(reassembly, rule.Pattern).Append("return true;");
        if (!Layout.MatchesAlways(rule.Pattern)) statements = statements.Prepend($"if (!{_matchers.Call(rule.Pattern)}) return false;");
        return new(number, statements.ToList(), SourceWriter.Comment($"{rule.Quote} = {reassembly.Quote}"));
    }

    private void WriteSets()
    {
        for (var set = 0; set < _script.Sets.Count; set++)
        {
            var words = _script.Sets[set].Words;
            _writer.Line();
            _writer.Line($"/// <summary>Whether a word is one of <c>{SourceWriter.Xml(_script.Sets[set].Quote)}</c>.</summary>");
            if (words.Count <= MostOnOneLine)
            {
                var members = words.Count == 0 ? "false" : "word is " + string.Join(" or ", words.Select(word => Names.Word(_script, word)));
                _writer.Line($"private static bool {Names.Set(_script, set)}(int word) => {members};");
            }
            else
            {
                Switches.Write(_writer, new("private static", "bool", Names.Set(_script, set), "word"), words.Select(word => WordCase(word, "return true;")).ToList(), "false");
            }
        }
    }

    private void WriteSwitch(Switches.Signature method, IEnumerable<Switches.Case> cases, string? otherwise)
    {
        _writer.Line();
        Switches.Write(_writer, method, cases.ToList(), otherwise);
    }

    private Switches.Case WordCase(int word, params string[] statements) => new(word, Names.Word(_script, word), statements);
}
