namespace Eliza.Cli.Tracing;

/// <summary>What happened in one step.</summary>
internal enum StepKind
{
    Clause,
    Rewritten,
    Found,
    Tried,
    Unmatched,
    Matched,
    Chosen,
    Reflected,
    Linked,
    Stored,
    FellBack,
}
