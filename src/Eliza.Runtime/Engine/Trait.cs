using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>Properties of a word of the script that the engine needs: bits of <see cref="IRules.Traits"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trait
{
    /// <summary>The word is replaced in the user's words: <c>pre:</c>, or <c>(ME = YOU)</c>.</summary>
    public const byte Rewritten = 1;

    /// <summary>The word is replaced in the components of replies: <c>post:</c>.</summary>
    public const byte Reflected = 2;

    /// <summary>The script never writes the word in small letters.</summary>
    public const byte Proper = 4;
}
