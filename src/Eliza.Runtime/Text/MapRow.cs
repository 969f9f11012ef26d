namespace Eliza.Runtime.Text;

/// <summary>
/// How the generator writes the map of a script, and the runtime reads it: a row for each rule in the order of the
/// script, its fields between tabs. The first field is one of these, the second the line, counted from 1.
/// </summary>
internal static class MapRow
{
    /// <summary>A keyword: number, rank, word, quote.</summary>
    public const string Keyword = "key";

    /// <summary>Where a keyword links to: quote.</summary>
    public const string Link = "link";

    /// <summary>A decomposition of the keyword before it: quote, then its elements.</summary>
    public const string Decomposition = "decomp";

    /// <summary>One whose replies become memories.</summary>
    public const string MemoryDecomposition = "decomp $";

    /// <summary>A rule of <c>MEMORY</c>, which has one reassembly: quote, then its elements.</summary>
    public const string MemoryRule = "memory";

    /// <summary>A reassembly of the decomposition before it: one of the letters below, the elements it refers to, quote.</summary>
    public const string Reassembly = "reasmb";

    /// <summary>The replacement of a word in the clause: number of the word, quote.</summary>
    public const string Rewrite = "pre";

    /// <summary>The replacement of a word on its way into a reply: number of the word, what it becomes, quote.</summary>
    public const string Reflection = "post";

    /// <summary>A phrase that ends the talk: numbers of its words, quote.</summary>
    public const string Quit = "quit";

    /// <summary>A reassembly that is a text.</summary>
    public const char Text = 't';

    /// <summary>A reassembly that is stored as a memory.</summary>
    public const char Memory = 'm';

    /// <summary>A reassembly that goes to a keyword.</summary>
    public const char Goto = 'g';

    /// <summary>A reassembly that hands over to the next keyword.</summary>
    public const char NewKey = 'n';

    /// <summary>A reassembly that replaces the words and goes to a keyword.</summary>
    public const char Replace = 'p';

    /// <summary>Stands behind the number of words of an element (0: any run) that is a component; the quote follows.</summary>
    public const char Component = '.';

    /// <summary>Stands behind the number of words of an element that is not; the quote follows.</summary>
    public const char NoComponent = ':';
}
