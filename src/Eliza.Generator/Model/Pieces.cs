using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>
/// Turns the parts of a reassembly into pieces and places their blanks. Only a blank beside a component that may be empty is
/// left to the runtime.
/// </summary>
internal static class Pieces
{
    /// <summary>Line language: text as the author wrote it, without blanks at either end or between a component and punctuation.</summary>
    public static EquatableArray<Piece> OfLine(EquatableArray<PartSyntax> parts)
    {
        var pieces = new List<Piece>();
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] is ComponentPartSyntax component)
            {
                pieces.Add(new ComponentPiece(component.Element));
                continue;
            }

            var text = ((LiteralPartSyntax)parts[index]).Text;
            if (index == 0 || IsPunctuated(text.TrimStart(' '))) text = text.TrimStart(' ');
            if (index == parts.Count - 1) text = text.TrimEnd(' ');
            if (text.Length > 0) pieces.Add(new TextPiece(text));
        }

        return pieces.ToEquatableArray();
    }

    /// <summary>List language: a blank belongs between all tokens and components.</summary>
    public static EquatableArray<Piece> OfList(EquatableArray<PartSyntax> parts)
    {
        var pieces = new List<Piece>();
        var tokens = new List<string>();
        foreach (var part in parts)
        {
            if (part is LiteralPartSyntax token)
            {
                tokens.Add(token.Text);
            }
            else
            {
                Flush();
                pieces.Add(new ComponentPiece(((ComponentPartSyntax)part).Element));
            }
        }

        Flush();
        return pieces.ToEquatableArray();

        void Flush()
        {
            if (tokens.Count > 0) pieces.Add(new TextPiece(string.Join(" ", tokens)));
            tokens.Clear();
        }
    }

    /// <summary>Whether the first token of a text has only the characters <c>. , ? ! ; :</c>.</summary>
    public static bool IsPunctuated(string text)
    {
        var length = 0;
        while (length < text.Length && text[length] is '.' or ',' or '?' or '!' or ';' or ':') length++;
        return length > 0 && (length == text.Length || text[length] == ' ');
    }
}
