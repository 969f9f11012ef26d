namespace Eliza.Runtime.Engine;

/// <summary>What a reassembly does.</summary>
public enum ReassemblyKind : byte
{
    /// <summary>It is a reply.</summary>
    Text,

    /// <summary>It is a text that is stored as a memory.</summary>
    Memory,

    /// <summary>It lets the next keyword answer.</summary>
    NewKey,

    /// <summary>It goes to a keyword.</summary>
    Goto,

    /// <summary>It replaces the words of the clause and goes to a keyword.</summary>
    Replace,
}
