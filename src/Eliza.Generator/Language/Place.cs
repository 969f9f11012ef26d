using System.Globalization;

namespace Eliza.Generator.Language;

/// <summary>
/// A place in a script: line and column of its first character, counted from 0, and its length, in UTF-16 code units.
/// A place is always within one line.
/// </summary>
public readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>The line, counted from 1.</summary>
    internal string LineNumber => (Line + 1).ToString(CultureInfo.InvariantCulture);
}
