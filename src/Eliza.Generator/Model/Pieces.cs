using System.Text;
using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>Turns the parts of a reassembly into pieces whose blanks are settled, so that none is left to decide at run time but where a component may be empty.</summary>
internal static class Pieces
{
    /// <summary>Line language: text as written, runs of blanks folded to one, none before punctuation or at either end.</summary>
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

            var text = Settle(((LiteralPartSyntax)parts[index]).Text);
            if (index == 0) text = text.TrimStart(' ');
            if (index == parts.Count - 1) text = text.TrimEnd(' ');
            if (text.Length > 0) pieces.Add(new TextPiece(text));
        }

        return pieces.ToEquatableArray();
    }

    /// <summary>List language: one blank between all tokens and components.</summary>
    public static EquatableArray<Piece> OfList(EquatableArray<PartSyntax> parts)
    {
        var pieces = new List<Piece>();
        var text = new StringBuilder();
        for (var index = 0; index < parts.Count; index++)
        {
            if (index > 0) text.Append(' ');
            if (parts[index] is LiteralPartSyntax token)
            {
                text.Append(token.Text);
            }
            else
            {
                Flush();
                pieces.Add(new ComponentPiece(((ComponentPartSyntax)parts[index]).Element));
            }
        }

        Flush();
        return pieces.ToEquatableArray();

        void Flush()
        {
            if (text.Length > 0) pieces.Add(new TextPiece(text.ToString()));
            text.Clear();
        }
    }

    /// <summary>Whether a character stands without a blank before it.</summary>
    public static bool IsPunctuation(char character) => character is '.' or ',' or '?' or '!' or ';' or ':';

    private static string Settle(string text)
    {
        var settled = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var endsInBlank = settled.Length > 0 && settled[settled.Length - 1] == ' ';
            if (endsInBlank && IsPunctuation(character)) settled.Length--;
            if (!(endsInBlank && character == ' ')) settled.Append(character);
        }

        return settled.ToString();
    }
}
