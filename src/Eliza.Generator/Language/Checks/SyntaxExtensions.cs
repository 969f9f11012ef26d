namespace Eliza.Generator.Language.Checks;

/// <summary>Questions that several checks ask.</summary>
internal static class SyntaxExtensions
{
    /// <summary>The keyword that a reassembly goes to, if it does.</summary>
    public static Token? Target(this ReassemblySyntax reassembly) => reassembly switch
    {
        GotoSyntax { Keyword: var keyword } => keyword,
        PreSyntax { Keyword: var keyword } => keyword,
        _ => null,
    };

    /// <summary>Whether a decomposition is seen to match everything.</summary>
    public static bool IsCatchAll(this DecompositionSyntax decomposition) => decomposition.Pattern.All(element => element is AnyWordsSyntax);
}
