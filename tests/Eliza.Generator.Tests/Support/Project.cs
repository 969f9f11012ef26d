using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Tests.Support;

/// <summary>A project with scripts in memory. It can be compiled, changed and compiled again with the cache of the first run.</summary>
internal sealed class Project
{
    public const string RootNamespace = "Garden";

    private CSharpParseOptions _language = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // Everything that a user's project can refer to, and the runtime.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Eliza.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Dictionary<string, AdditionalText> _files = [];
    private CSharpCompilation _compilation;

    private GeneratorDriver _driver;

    /// <summary>A project with the folder <c>scripts</c>. A script's name is its file without <c>.txt</c>.</summary>
    public Project(params (string Name, string Text)[] scripts)
        : this(tracksSteps: true, scripts)
    {
    }

    /// <inheritdoc cref="Project(ValueTuple{string, string}[])"/>
    public Project(bool tracksSteps, params (string Name, string Text)[] scripts)
    {
        _compilation = CSharpCompilation.Create(
            "Garden", [CSharpSyntaxTree.ParseText("class Gate { }", _language)], References, new(OutputKind.DynamicallyLinkedLibrary));
        _driver = CSharpGeneratorDriver.Create(
            [new ElizaGenerator().AsSourceGenerator()],
            parseOptions: _language,
            optionsProvider: new ProjectOptions(RootNamespace),
            driverOptions: new(IncrementalGeneratorOutputKind.None, tracksSteps));
        foreach (var (name, text) in scripts) Add(name, text);
    }

    public void Add(string name, string text, string folder = "scripts")
    {
        _files.Add(name, new ScriptFile($"{folder}/{name}.txt", text));
        _driver = _driver.AddAdditionalTexts([_files[name]]);
    }

    /// <summary>Adds a file that is no script.</summary>
    public void AddOther(string path, string text) => _driver = _driver.AddAdditionalTexts([new ScriptFile(path, text)]);

    public void Change(string name, string text)
    {
        var old = _files[name];
        _files[name] = new ScriptFile(old.Path, text);
        _driver = _driver.ReplaceAdditionalText(old, _files[name]);
    }

    public void Rename(string name, string newName)
    {
        var old = _files[name];
        _files.Remove(name);
        _files.Add(newName, new ScriptFile($"scripts/{newName}.txt", old.GetText()!.ToString()));
        _driver = _driver.ReplaceAdditionalText(old, _files[newName]);
    }

    public void Remove(string name)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[name]]);
        _files.Remove(name);
    }

    /// <summary>Adds C# without scripts.</summary>
    public void AddCSharp(string code) => _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _language));

    /// <summary>Refers to another project, like a project file.</summary>
    public void Refer(Generation other) => _compilation = _compilation.AddReferences(other.ToReference());

    /// <summary>Refers to another, empty version of the runtime, or to none.</summary>
    public void ChangeRuntime(string? version)
    {
        _compilation = _compilation.RemoveReferences(_compilation.References.Where(reference => reference.Display!.EndsWith("Eliza.Runtime.dll", StringComparison.Ordinal)));
        if (version is null) return;
        var runtime = CSharpCompilation.Create(
            "Eliza.Runtime", [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]")], References, new(OutputKind.DynamicallyLinkedLibrary));
        _compilation = _compilation.AddReferences(runtime.ToMetadataReference());
    }

    /// <summary>Sets the version of C# and the nullable context, like LangVersion and Nullable in a project file.</summary>
    public void ChangeLanguage(LanguageVersion version, NullableContextOptions nullable = NullableContextOptions.Disable)
    {
        _language = _language.WithLanguageVersion(version);
        _compilation = _compilation.WithOptions(_compilation.Options.WithNullableContextOptions(nullable));
        _compilation = _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(_compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), _language)));
        _driver = _driver.WithUpdatedParseOptions(_language);
    }

    public void ChangeOptions(AnalyzerConfigOptionsProvider options) => _driver = _driver.WithUpdatedAnalyzerConfigOptions(options);

    /// <summary>Runs the generator and checks what every run must fulfil.</summary>
    public Generation Generate()
    {
        var generation = RunOnce();
        generation.ShouldCompile();
        generation.ShouldHoldOnlyValues();
        var again = RunOnce();
        again.ShouldReuseEverything();
        again.FileNames.ShouldBe(generation.FileNames);
        return generation;
    }

    private Generation RunOnce()
    {
        _driver = _driver.RunGenerators(_compilation);
        return new Generation(_driver.GetRunResult().Results.Single(), _compilation, _language);
    }
}
