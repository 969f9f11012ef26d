using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>In the form of a pattern, the word that a parameter of its method gives.</summary>
internal sealed record GivenWord(string Parameter) : Element;
