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
    private readonly CancellationToken _cancellation;

    private ScriptEmitter(ScriptModel script, string name, string rules, CancellationToken cancellation)
    {
        _script = script;
        _name = name;
        _rules = rules;
        _cancellation = cancellation;
    }

    private bool IsList => _script.Language == ScriptLanguage.List;

    /// <summary>The C# of a script.</summary>
    /// <param name="name">The name of the script.</param>
    /// <param name="propertyName">The same as a C# name.</param>
    /// <param name="rootNamespace">The namespace of the class <c>Scripts</c>, or nothing for the global one.</param>
    /// <param name="script">The script; null for one that has errors, of which only the property is made, so that they stay the only ones.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static string Emit(string name, string propertyName, string rootNamespace, ScriptModel? script, CancellationToken cancellation)
    {
        var writer = new SourceWriter();
        Files.WriteHeader(writer, $"from the script “{SourceWriter.Comment(name)}”");
        using (Files.OpenNamespace(writer, rootNamespace))
        {
            WriteProperty(writer, name, propertyName, script);
        }

        return script is null ? writer.ToString() : writer + new ScriptEmitter(script, name, propertyName + "Rules", cancellation).EmitRules();
    }

    private static void WriteProperty(SourceWriter writer, string name, string propertyName, ScriptModel? script)
    {
        using var scripts = Files.OpenScripts(writer);
        writer.Line($"/// <summary>The script <c>{SourceWriter.Xml(name)}</c>{(script is null ? ", which has errors" : Count(script))}.</summary>");
        var instance = script is null
            ? "throw new global::System.InvalidOperationException()"
            : $"global::{Files.RulesNamespace}.{propertyName}Rules.Script";
        writer.Line($"public static global::Eliza.Runtime.Script {propertyName} => {instance};");
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
            WriteWords();
            WriteRules();
        }

        return _writer.ToString();
    }

    private void WriteWords()
    {
        _writer.Line();
        _writer.Line("/// <summary>The words of the script. Those that are keywords come first.</summary>");
        _writer.Line(Files.GeneratedCode);
        using var words = _writer.Open("file static class Word");
        for (var index = 0; index < _script.Words.Count; index++)
        {
            var word = _script.Words[index];
            var spelling = word.Text.Length == 0 ? "nobody can type it" : Names.Spelling(_script, index + 1);
            var comment = spelling.Equals(word.Name, StringComparison.OrdinalIgnoreCase) ? "" : " // " + SourceWriter.Comment(spelling);
            _writer.Line($"public const int {word.Name} = {index + 1};{comment}");
        }
    }

    private void WriteRules()
    {
        _writer.Line();
        _writer.Line(Files.GeneratedCode);
        using var rules = _writer.Open($"file readonly struct {_rules} : I{_script.Language}Rules");
        var texts = new[] { _name, _script.Greeting, _script.Farewell }.Take(IsList ? 2 : 3);
        _writer.Line($"public static readonly Script Script = new {_script.Language}Script<{_rules}>({string.Join(", ", texts.Select(SourceWriter.Literal))});");
        _writer.Line();
        _writer.Line($"public static int KeywordCount => {_script.Keywords.Count};");
        _writer.Line();
        _writer.Line($"public static int MaximumCuts => {_script.Decompositions().Concat(_script.MemoryRules).Max(one => Layout.ForMatcher(one.Pattern).Cuts)};");
        _writer.Line();
        _writer.Line($"public static int None => {Names.Word(_script, _script.None)};");
        WriteDispatch();
        if (IsList) WriteListParts();
        else WriteLineParts();

        WriteSets();
        var keywords = new KeywordEmitter(_script, _rules, _writer);
        var number = 0;
        foreach (var keyword in _script.Keywords)
        {
            _cancellation.ThrowIfCancellationRequested();
            keywords.Write(keyword, number);
            number += keyword.Decompositions.Count;
        }

        _writer.Section("What is data");
        new TablesEmitter(_script, _writer).Write();
    }

    // ---- The entry points -----------------------------------------------------------------------------------

    private void WriteDispatch()
    {
        var number = 0;
        var decompositions = new List<Switches.Case>();
        var reassemblies = new List<Switches.Case>();
        foreach (var keyword in _script.Keywords)
        {
            if (keyword.Decompositions.Count > 0) decompositions.Add(WordCase(keyword.Word, KeywordEmitter.DecomposeStatement(_script, keyword, number)));
            for (var index = 0; index < keyword.Decompositions.Count; index++, number++)
            {
                var decomposition = keyword.Decompositions[index];
                if (ReassemblyEmitter.Writes(decomposition)) reassemblies.Add(new(number, [ReassemblyEmitter.Call(Names.Reassemble(_script, keyword, index), decomposition)]));
            }
        }

        WriteSwitch(new("public static", "int", "Decompose", "keyword", "Turn turn"), decompositions.OrderBy(one => one.Value), "-1");
        WriteSwitch(new("public static", "void", "Reassemble", "decomposition", "int reassembly", "Turn turn"), reassemblies, null);

        var rewritten = Enumerable.Range(1, _script.Words.Count).Where(word => _script.Words[word - 1].IsRewritten);
        WriteSwitch(
            new("public static", "void", "Rewrite", "word", "Turn turn"),
            rewritten.Select(word => WordCase(word, [.. _script.Words[word - 1].Rewrite.Select(one => ReassemblyEmitter.WordStatement(_script, one))])),
            null);
    }

    private void WriteLineParts()
    {
        WriteQuits();
        var reflected = Enumerable.Range(1, _script.Words.Count).Where(word => _script.Words[word - 1].Reflection is not null);
        WriteSwitch(
            new("public static", "string", "Reflect", "word"),
            reflected.Select(word => WordCase(word, $"return {SourceWriter.Literal(_script.Words[word - 1].Reflection!)};")),
            "\"\"");

        var number = 0;
        var afterMemory = new List<Switches.Case>();
        foreach (var keyword in _script.Keywords)
        {
            for (var index = 0; index < keyword.Decompositions.Count; index++, number++)
            {
                if (!keyword.Decompositions[index].IsMemory || index == keyword.Decompositions.Count - 1) continue;
                afterMemory.Add(new(number, [$"return {Names.DecomposeFrom(_script, keyword, index + 1)}(turn);"]));
            }
        }

        WriteSwitch(new("public static", "int", "DecomposeAfter", "decomposition", "Turn turn"), afterMemory, "-1");
    }

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
            _writer.Line($"if (words is [{string.Join(", ", quit.Words.Select(word => Names.Word(_script, word)))}]) return true;");
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

        var rules = Enumerable.Range(0, _script.MemoryRules.Count);
        WriteSwitch(
            new("public static", "bool", "Memorise", "rule", "Turn turn"),
            rules.Select(rule => new Switches.Case(rule, [$"if (!{Names.MatchMemory(rule)}(turn)) return false;", $"{Names.WriteMemory(rule)}(turn);", "return true;"])),
            "false");

        foreach (var rule in rules)
        {
            _writer.Line();
            new MatcherEmitter(_script, _writer).Write(Names.MatchMemory(rule), _script.MemoryRules[rule]);
            _writer.Line();
            new ReassemblyEmitter(_script, _rules, _writer).Write(Names.WriteMemory(rule), _script.MemoryRules[rule]);
        }
    }

    // ---- Rules ----------------------------------------------------------------------------------------------

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
