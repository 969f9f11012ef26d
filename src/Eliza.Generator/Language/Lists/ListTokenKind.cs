namespace Eliza.Generator.Language.Lists;

/// <summary>The kinds of tokens in the list language.</summary>
internal enum ListTokenKind
{
    Open,
    Close,
    Number,
    Symbol,
}
