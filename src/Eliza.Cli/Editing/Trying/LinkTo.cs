using Eliza.Generator.Language;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A link from a keyword to another.</summary>
/// <param name="From">The keyword.</param>
/// <param name="Decomposition">The decomposition with the link. Null for the link of a keyword, which is used when no decomposition matches.</param>
/// <param name="Rewriting">The PRE, if the link is one. It replaces the words.</param>
internal sealed record LinkTo(KeywordSyntax From, DecompositionSyntax? Decomposition, PreSyntax? Rewriting);
