using System.Collections.Immutable;
using Eliza.Runtime.Engine;

namespace Eliza.Runtime.Maps;

/// <summary>A reassembly.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">Its text in the script.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Components">The elements of the decomposition that it refers to, from 0.</param>
public sealed record ReassemblyRule(int Line, string Quote, ReassemblyKind Kind, ImmutableArray<int> Components) : Rule(Line, Quote);
