using System.ComponentModel;

namespace Eliza.Runtime.Engine;

/// <summary>What the engine must know of a word of the script: bits of <see cref="IRules.Traits"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trait
{
    /// <summary>It is replaced in the user's words: <c>pre:</c>, or <c>(ME = YOU)</c>.</summary>
    public const byte Rewritten = 1;

    /// <summary>It is replaced in a component on its way into a reply: <c>post:</c>.</summary>
    public const byte Reflected = 2;

    /// <summary>The script never writes it in small letters.</summary>
    public const byte Proper = 4;
}
