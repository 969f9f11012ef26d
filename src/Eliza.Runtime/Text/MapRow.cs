namespace Eliza.Runtime.Text;

/// <summary>
/// The format in which the generator writes the map of a script and the runtime reads it. There is a row for each rule in the order of
/// the script, with tabs between its fields. The first field is one of these constants, the second the line, counted from 1.
/// </summary>
internal static class MapRow
{
    /// <summary>A keyword: number, rank, word, quote.</summary>
    public const string Keyword = "key";

    /// <summary>The link of a keyword: quote.</summary>
    public const string Link = "link";

    /// <summary>A decomposition of the keyword before it: quote, then its elements.</summary>
    public const string Decomposition = "decomp";

    /// <summary>A decomposition whose replies become memories.</summary>
    public const string MemoryDecomposition = "decomp $";

    /// <summary>A rule of <c>MEMORY</c>, which has one reassembly: quote, then its elements.</summary>
    public const string MemoryRule = "memory";

    /// <summary>A reassembly of the decomposition before it: one of the letters below, the elements it refers to, quote.</summary>
    public const string Reassembly = "reasmb";

    /// <summary>The replacement of a word in the clause: number of the word, quote.</summary>
    public const string Rewrite = "pre";

    /// <summary>The replacement of a word in replies: number of the word, replacement, quote.</summary>
    public const string Reflection = "post";

    /// <summary>A phrase that ends the conversation: numbers of its words, quote.</summary>
    public const string Quit = "quit";

    /// <summary>A reassembly that is a text.</summary>
    public const char Text = 't';

    /// <summary>A reassembly that is stored as a memory.</summary>
    public const char Memory = 'm';

    /// <summary>A reassembly that goes to a keyword.</summary>
    public const char Goto = 'g';

    /// <summary>A reassembly that lets the next keyword answer.</summary>
    public const char NewKey = 'n';

    /// <summary>A reassembly that replaces the words and goes to a keyword.</summary>
    public const char Replace = 'p';

    /// <summary>Follows the number of words (0: any run) of an element that is a component. The quote comes next.</summary>
    public const char Component = '.';

    /// <summary>Follows the number of words of an element that is no component. The quote comes next.</summary>
    public const char NoComponent = ':';
}
