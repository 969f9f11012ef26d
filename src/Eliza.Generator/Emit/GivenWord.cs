using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>In a pattern, a word that is a parameter of the matching method.</summary>
internal sealed record GivenWord(string Parameter) : Element;
