using Eliza.Generator.Emit;
using Eliza.Generator.Language;
using Eliza.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace Eliza.Generator;

/// <summary>Compiles every <c>ElizaScript</c> of a project to C#.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ElizaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Options.RootNamespace(options.GlobalOptions))
            .WithTrackingName(Steps.RootNamespace);

        // 1. The scripts of the project, as text.
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => Options.IsScript(pair.Right.GetOptions(pair.Left)))
            .Select(static (pair, cancellation) => ScriptFile.Read(pair.Left, cancellation))
            .WithTrackingName(Steps.Files);

        // 2. What each means, and what is wrong with it.
        var scripts = files
            .Select(static (file, cancellation) => CompiledScript.Compile(file, cancellation))
            .WithTrackingName(Steps.Scripts);

        // 3. What is wrong goes to the author, with its place in the file.
        var findings = scripts
            .Select(static (script, _) => new FileFindings(script.Name.Path, script.Findings))
            .WithTrackingName(Steps.Findings);
        context.RegisterSourceOutput(findings, static (output, file) => file.Report(output));

        // 4. So do names that two scripts would share, of which only the first goes on.
        var clashes = files
            .Select(static (file, _) => ScriptName.Of(file.Path))
            .Collect()
            .Select(static (names, _) => NameClashes.Find(names))
            .WithTrackingName(Steps.Clashes);
        context.RegisterSourceOutput(clashes, static (output, all) =>
        {
            foreach (var clash in all) clash.Report(output);
        });

        // 5. What a script means goes to C#. It has no places in it: a comment or a blank line changes nothing here.
        var named = scripts
            .Combine(clashes)
            .Where(static pair => !pair.Right.Any(clash => clash.Path == pair.Left.Name.Path))
            .Select(static (pair, _) => pair.Left);
        var models = named
            .Select(static (script, _) => new NamedModel(script.Name, script.Model))
            .WithTrackingName(Steps.Models);
        var sources = models
            .Combine(rootNamespace)
            .Select(static (pair, cancellation) => new ScriptSource($"Scripts.{pair.Left.Name.PropertyName}.g.cs", pair.Left.ToSource(pair.Right, cancellation)))
            .WithTrackingName(Steps.Sources);
        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));

        // 6. Where its rules stand goes to a file of its own, for hosts that tell why a reply was given.
        var maps = named
            .Select(static (script, _) => new NamedMap(script.Name, script.Map))
            .WithTrackingName(Steps.Maps);
        var mapSources = maps
            .Combine(rootNamespace)
            .Select(static (pair, _) => pair.Left.ToSource(pair.Right))
            .WithTrackingName(Steps.MapSources);
        context.RegisterSourceOutput(mapSources, static (output, source) => output.AddSource(source.HintName, source.Text));

        // 7. Where hosts find all of them.
        var index = models
            .Select(static (model, _) => model.Name.PropertyName)
            .Collect()
            .Combine(rootNamespace)
            .Select(static (pair, _) => IndexEmitter.Emit(pair.Left.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(), pair.Right))
            .WithTrackingName(Steps.Index);
        context.RegisterSourceOutput(index, static (output, text) => output.AddSource("Scripts.g.cs", text));
    }
}
