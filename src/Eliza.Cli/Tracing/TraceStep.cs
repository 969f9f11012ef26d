using System.Collections.Immutable;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tracing;

/// <summary>One step that led to a reply.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The step in words, for people.</param>
/// <param name="Rule">The rule of the step, or null.</param>
/// <param name="Components">The words that each component of a decomposition matched, in order.</param>
internal sealed record TraceStep(StepKind Kind, string Text, Rule? Rule, ImmutableArray<Component> Components);
