using System.Collections.Immutable;
using System.Reflection;
using Eliza.Generator.Pipeline;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Tests.Support;

/// <summary>What one run of the generator made.</summary>
internal sealed class Generation(GeneratorRunResult result, CSharpCompilation compilation, CSharpParseOptions language)
{
    private static readonly string[] StepNames =
        [.. typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The names of the generated files.</summary>
    public IEnumerable<string> FileNames => result.GeneratedSources.Select(source => source.HintName);

    /// <summary>What is reported, as the compiler prints it.</summary>
    public IEnumerable<string> Diagnostics => result.Diagnostics.Select(diagnostic => diagnostic.ToString());

    public ImmutableArray<Diagnostic> RawDiagnostics => result.Diagnostics;

    /// <summary>The code of a generated file.</summary>
    public string File(string name) => result.GeneratedSources.Single(source => source.HintName == name).SourceText.ToString();

    /// <summary>Why each output of a step is what it is.</summary>
    public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) => Outputs(step).Select(output => output.Reason);

    /// <summary>Why each generated file is what it is, by its name; those that went away included.</summary>
    public Dictionary<string, IncrementalStepRunReason> Sources => Outputs(Steps.Sources)
        .ToDictionary(output => ((ScriptSource)output.Value).HintName, output => output.Reason);

    /// <summary>The compiled script of a file.</summary>
    public Script Script(string name) => Find(name) ?? throw new InvalidOperationException($"No script is called {name}.");

    /// <summary>What the generated <c>Scripts.Find</c> returns.</summary>
    public Script? Find(string name) => (Script?)Scripts.GetMethod("Find")!.Invoke(null, [name]);

    /// <summary>What the generated <c>Scripts.All</c> holds.</summary>
    public IReadOnlyList<Script> All => (IReadOnlyList<Script>)Scripts.GetProperty("All")!.GetValue(null)!;

    /// <summary>The generated class <c>Scripts</c>, loaded.</summary>
    public Type Scripts => field ??= Load();

    /// <summary>The generated code gives no error and no warning, although it is not silenced here. A wrong script gives its own errors and none besides.</summary>
    public void ShouldCompile()
    {
        result.Exception.ShouldBeNull();
        Compilation().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())
            .ShouldBeEmpty();
    }

    /// <summary>The compiled project, for another that refers to it.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(Image());

    /// <summary>Nothing that a step hands on ties the cache to a compilation, or makes two equal results differ.</summary>
    public void ShouldHoldOnlyValues()
    {
        foreach (var step in StepNames) Values.ShouldBeValues(Outputs(step).Select(output => output.Value), step);
        Values.ShouldHaveNoPlaces(Outputs(Steps.Models).Select(output => output.Value));
    }

    /// <summary>Every step found its result in the cache, or made an equal one.</summary>
    public void ShouldReuseEverything()
    {
        foreach (var step in StepNames)
        {
            ReasonsOf(step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged, $"of the step {step}");
        }

        result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs)
            .ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached);
    }

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    private CSharpCompilation Compilation() => compilation.AddSyntaxTrees(result.GeneratedSources.Select(source =>
        CSharpSyntaxTree.ParseText(source.SourceText.ToString().Replace("#pragma warning disable\n", "", StringComparison.Ordinal), language, source.HintName)));

    private Type Load() => Assembly.Load(Image()).GetTypes().Single(type => type.Name == "Scripts");

    private byte[] Image()
    {
        using var assembly = new MemoryStream();
        Compilation().Emit(assembly).Success.ShouldBeTrue();
        return assembly.ToArray();
    }
}
