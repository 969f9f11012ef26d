using Eliza.Generator.Language;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A way from a line to a decomposition: first a keyword of the line, then links.</summary>
/// <param name="First">The keyword.</param>
/// <param name="Matching">The patterns that the clause must match: the pattern of the decomposition, and those of the links.</param>
/// <param name="Others">The patterns that the clause must not match, because they come earlier.</param>
/// <param name="Links">The number of links.</param>
internal sealed record Way(KeywordSyntax First, IReadOnlyList<PatternOfClause> Matching, IReadOnlyList<PatternOfClause> Others, int Links);
