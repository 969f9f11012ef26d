using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>How the generated code names things. No two of these prefixes can make one name.</summary>
internal static class Names
{
    public static string Word(ScriptModel script, int word) => "Word." + script.Words[word - 1].Name;

    public static string Spelling(ScriptModel script, int word) => script.Words[word - 1].Text.ToLowerInvariant();

    public static string Set(ScriptModel script, int set) => "Is" + script.Sets[set].Name;
}
