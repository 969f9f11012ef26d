using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>In a pattern: the word that a parameter of the matching method holds.</summary>
internal sealed record GivenWord(string Parameter) : Element;
