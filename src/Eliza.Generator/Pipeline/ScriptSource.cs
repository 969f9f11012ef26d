namespace Eliza.Generator.Pipeline;

/// <summary>A file of generated C#.</summary>
internal sealed record ScriptSource(string HintName, string Text);
