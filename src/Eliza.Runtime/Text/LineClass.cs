namespace Eliza.Runtime.Text;

/// <summary>The classes of characters for dividing a line into words.</summary>
internal enum LineClass
{
    /// <summary>It separates words like white space: also quotation marks, brackets, emoji and other symbols.</summary>
    Blank = 0,

    /// <summary>It ends a clause.</summary>
    Stop = 1,

    /// <summary>A letter, or a number that is no digit.</summary>
    Letter = 2,

    /// <summary>A decimal digit.</summary>
    Digit = 3,

    /// <summary>It belongs to the character before it.</summary>
    Mark = 4,

    /// <summary>It is ignored.</summary>
    Invisible = 5,

    /// <summary>A letter that normal form C may replace.</summary>
    LetterToCompose = 6,

    /// <summary>It is part of a word if a letter or digit is on both sides.</summary>
    Apostrophe = 7,

    /// <summary>Like an apostrophe. Elsewhere it ends a clause if it stands alone or beside another hyphen.</summary>
    Hyphen = 8,

    /// <summary>It ends a clause, unless it is between two digits.</summary>
    Point = 9,
}
