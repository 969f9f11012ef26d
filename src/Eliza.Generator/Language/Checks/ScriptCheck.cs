namespace Eliza.Generator.Language.Checks;

/// <summary>A check looks at a script for one kind of mistake and reports it.</summary>
internal delegate void ScriptCheck(CheckedScript script, Findings findings);
