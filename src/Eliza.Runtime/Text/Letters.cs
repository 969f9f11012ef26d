namespace Eliza.Runtime.Text;

/// <summary>Upper case, the same on every machine whatever its culture data.</summary>
internal static class Letters
{
    /// <summary>The upper-case form of a code point by the simple one-to-one mapping, or the code point itself.</summary>
    /// <remarks>The mappings are those of <c>toupper</c> in ISO/IEC 30112.</remarks>
    public static int ToUpper(int codePoint) =>
        codePoint < 0x80 ? (uint)(codePoint - 'a') <= 'z' - 'a' ? codePoint - 0x20 : codePoint : char.ToUpperInvariant((char)codePoint);
}
