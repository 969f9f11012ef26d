using System.Collections.Immutable;
using System.Reflection;
using Eliza.Generator.Pipeline;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Tests.Support;

/// <summary>The result of one run of the generator.</summary>
internal sealed class Generation(GeneratorRunResult result, CSharpCompilation compilation, CSharpParseOptions language)
{
    private static readonly string[] StepNames =
        [.. typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The names of the generated files.</summary>
    public IEnumerable<string> FileNames => result.GeneratedSources.Select(source => source.HintName);

    /// <summary>The findings, as the compiler prints them.</summary>
    public IEnumerable<string> Diagnostics => result.Diagnostics.Select(diagnostic => diagnostic.ToString());

    public ImmutableArray<Diagnostic> RawDiagnostics => result.Diagnostics;

    /// <summary>The code of a generated file.</summary>
    public string File(string name) => result.GeneratedSources.Single(source => source.HintName == name).SourceText.ToString();

    /// <summary>The reason for each output of a step.</summary>
    public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) => Outputs(step).Select(output => output.Reason);

    /// <summary>The reason for each generated file, by its name, including removed files.</summary>
    public Dictionary<string, IncrementalStepRunReason> Sources => Outputs(Steps.Sources)
        .ToDictionary(output => ((ScriptSource)output.Value).HintName, output => output.Reason);

    /// <summary>The compiled script of a file.</summary>
    public Script Script(string name) => Find(name) ?? throw new InvalidOperationException($"No script is called {name}.");

    /// <summary>The result of the generated <c>Scripts.Find</c>.</summary>
    public Script? Find(string name) => (Script?)Scripts.GetMethod("Find")!.Invoke(null, [name]);

    /// <summary>The value of the generated <c>Scripts.All</c>.</summary>
    public IReadOnlyList<Script> All => (IReadOnlyList<Script>)Scripts.GetProperty("All")!.GetValue(null)!;

    /// <summary>The generated class <c>Scripts</c> after loading.</summary>
    public Type Scripts => field ??= Load();

    /// <summary>Checks that the generated code gives no error and no warning, although warnings are on here. A wrong script gives only its own errors.</summary>
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

    /// <summary>Checks that no output of a step refers to a compilation or makes two equal results differ.</summary>
    public void ShouldHoldOnlyValues()
    {
        foreach (var step in StepNames) Values.ShouldBeValues(Outputs(step).Select(output => output.Value), step);
        Values.ShouldHaveNoPlaces(Outputs(Steps.Models).Select(output => output.Value));
    }

    /// <summary>Checks that every step found its result in the cache or made an equal one.</summary>
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
