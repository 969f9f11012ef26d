namespace Eliza.Generator.Language.Checks;

/// <summary>A link from one keyword to another. <paramref name="ChangesWords"/> tells whether it is a PRE.</summary>
internal readonly record struct Link(KeywordSyntax To, Token At, bool ChangesWords);
