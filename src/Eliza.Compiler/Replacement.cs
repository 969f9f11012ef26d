namespace Eliza.Compiler;

/// <summary>Replaces a part of a line. If the part is empty, the text is inserted there.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column at which the part begins, counted from 1.</param>
/// <param name="EndColumn">The column after its last character.</param>
/// <param name="Text">The new text.</param>
public sealed record Replacement(int Line, int Column, int EndColumn, string Text);
