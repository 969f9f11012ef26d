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
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Settings.Of(options.GlobalOptions))
            .WithTrackingName(Steps.Settings);
        var target = settings
            .Combine(context.ParseOptionsProvider.Select(static (options, _) => Target.OldLanguageOf(options)))
            .Select(static (pair, _) => new Target(pair.Left.Namespace, pair.Left.Visibility, pair.Right))
            .WithTrackingName(Steps.Target);

        // 1. The scripts of the project, as text.
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => Settings.IsScript(pair.Right.GetOptions(pair.Left)))
            .Select(static (pair, cancellation) => ScriptFile.Read(pair.Left, cancellation))
            .WithTrackingName(Steps.Files);

        // 2. What each script means, and its findings.
        var scripts = files
            .Select(static (file, cancellation) => CompiledScript.Compile(file, cancellation))
            .WithTrackingName(Steps.Scripts);

        // 3. The findings with their places, for the author.
        var findings = scripts
            .Select(static (script, _) => new FileFindings(script.Name.Path, script.Findings))
            .WithTrackingName(Steps.Findings);
        context.RegisterSourceOutput(findings, static (output, file) => file.Report(output));

        // 4. Scripts with the same name. All but the first give a finding and are left out.
        var clashes = files
            .Select(static (file, _) => ScriptName.Of(file.Path))
            .Collect()
            .Select(static (names, _) => NameClashes.Find(names))
            .WithTrackingName(Steps.Clashes);
        context.RegisterSourceOutput(clashes, static (output, all) =>
        {
            foreach (var clash in all) clash.Report(output);
        });

        // 5. What in the project prevents all scripts from being compiled.
        var propertyNames = files
            .Select(static (file, _) => ScriptName.Of(file.Path).PropertyName)
            .Collect()
            .Select(static (names, _) => names.ToEquatableArray());
        var taken = context.CompilationProvider
            .Combine(target)
            .Combine(propertyNames)
            .Select(static (all, _) => TakenNames.Find(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(Steps.Taken);
        var wrongRuntime = context.CompilationProvider
            .Select(static (compilation, _) => RuntimeReference.WrongVersionOf(compilation))
            .WithTrackingName(Steps.WrongRuntime);
        var isHindered = taken
            .Combine(wrongRuntime)
            .Select(static (pair, _) => pair.Left.Length > 0 || pair.Right.Length > 0);
        var obstacles = settings
            .Combine(target)
            .Combine(taken.Combine(wrongRuntime))
            .Combine(propertyNames)
            .Select(static (all, _) => all.Right.Count == 0 ? default : Obstacles.Of(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right.Left, all.Left.Right.Right))
            .WithTrackingName(Steps.Obstacles);
        context.RegisterSourceOutput(obstacles, static (output, all) => new FileFindings("", all).Report(output));

        // 6. The C# of each script. The model holds no places, so a comment or a blank line changes nothing here.
        var named = scripts
            .Combine(clashes)
            .Where(static pair => !pair.Right.Any(clash => clash.Path == pair.Left.Name.Path))
            .Combine(isHindered)
            .Where(static pair => !pair.Right)
            .Select(static (pair, _) => pair.Left.Left);
        var models = named
            .Select(static (script, _) => new NamedModel(script.Name, script.Model))
            .WithTrackingName(Steps.Models);
        var sources = models
            .Combine(target)
            .Select(static (pair, cancellation) => pair.Left.ToSource(pair.Right, cancellation))
            .WithTrackingName(Steps.Sources);
        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));

        // 7. The map of each script in a file of its own, for hosts that explain replies.
        var maps = named
            .Select(static (script, _) => new NamedMap(script.Name, script.Map))
            .WithTrackingName(Steps.Maps);
        var mapSources = maps
            .Combine(target)
            .Select(static (pair, _) => pair.Left.ToSource(pair.Right))
            .WithTrackingName(Steps.MapSources);
        context.RegisterSourceOutput(mapSources, static (output, source) => output.AddSource(source.HintName, source.Text));

        // 8. The index, where hosts find all scripts. A project without scripts has none.
        var index = models
            .Select(static (model, _) => model.Name.PropertyName)
            .Collect()
            .Combine(target)
            .Select(static (pair, _) => pair.Left.IsEmpty ? "" : IndexEmitter.Emit(
                pair.Left.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(), pair.Right))
            .WithTrackingName(Steps.Index);
        context.RegisterSourceOutput(index, static (output, text) =>
        {
            if (text.Length > 0) output.AddSource("Scripts.g.cs", text);
        });
    }
}
