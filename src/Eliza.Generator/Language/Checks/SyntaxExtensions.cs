namespace Eliza.Generator.Language.Checks;

/// <summary>What several checks need to know about rules.</summary>
internal static class SyntaxExtensions
{
    /// <summary>The keyword that a reassembly goes to, if it does.</summary>
    public static Token? Target(this ReassemblySyntax reassembly) => reassembly switch
    {
        GotoSyntax { Keyword: var keyword } => keyword,
        PreSyntax { Keyword: var keyword } => keyword,
        _ => null,
    };

    /// <summary>Whether it is obvious that a decomposition matches everything.</summary>
    public static bool IsCatchAll(this DecompositionSyntax decomposition) => decomposition.Pattern.All(element => element is AnyWordsSyntax);
}
