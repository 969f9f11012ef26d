namespace Eliza.Generator.Language.Checks;

/// <summary>Questions about rules that several checks ask.</summary>
internal static class SyntaxExtensions
{
    /// <summary>The keyword that a reassembly goes to, or null.</summary>
    public static Token? Target(this ReassemblySyntax reassembly) => reassembly switch
    {
        GotoSyntax { Keyword: var keyword } => keyword,
        PreSyntax { Keyword: var keyword } => keyword,
        _ => null,
    };

    /// <summary>Whether a decomposition has only runs of words, so that it matches every clause.</summary>
    public static bool IsCatchAll(this DecompositionSyntax decomposition) => decomposition.Pattern.All(element => element is AnyWordsSyntax);
}
