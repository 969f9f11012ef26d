namespace Eliza.Generator.Language;

/// <summary>The two languages of scripts.</summary>
public enum ScriptLanguage
{
    /// <summary>Lines of <c>tag: value</c>.</summary>
    Line,

    /// <summary>The parenthesised lists of 1966.</summary>
    List,
}
