using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>The names in the generated code. No two of these prefixes can give the same name.</summary>
internal static class Names
{
    public static string Word(ScriptModel script, int word) => "Word." + script.Words[word - 1].Name;

    public static string Spelling(ScriptModel script, int word) => script.Words[word - 1].Text.ToLowerInvariant();

    /// <summary>The name of a class in the script, for a keyword that is a class.</summary>
    public static string ClassKeyword(ScriptModel script, int keyword) => script.Keywords.First(one => one.Word == keyword).Quote.Split(' ')[1];

    public static string Set(ScriptModel script, int set) => "Is" + script.Sets[set].Name;
}
