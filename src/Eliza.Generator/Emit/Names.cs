using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>How the generated code names things. No two of these prefixes can make one name.</summary>
internal static class Names
{
    public static string Word(ScriptModel script, int word) => "Word." + script.Words[word - 1].Name;

    public static string Spelling(ScriptModel script, int word) => script.Words[word - 1].Text.ToLowerInvariant();

    public static string Set(ScriptModel script, int set) => "Is" + script.Sets[set].Name;

    public static string Decompose(ScriptModel script, KeywordModel keyword) => "Decompose" + Of(script, keyword);

    /// <summary>The method that goes on with a keyword's decompositions at a later one.</summary>
    public static string DecomposeFrom(ScriptModel script, KeywordModel keyword, int decomposition) => $"Continue{Of(script, keyword)}_{decomposition + 1}";

    public static string Match(ScriptModel script, KeywordModel keyword, int decomposition) => $"Match{Of(script, keyword)}_{decomposition + 1}";

    public static string Reassemble(ScriptModel script, KeywordModel keyword, int decomposition) => $"Reassemble{Of(script, keyword)}_{decomposition + 1}";

    public static string MatchMemory(int rule) => $"MemoryMatches_{rule + 1}";

    public static string WriteMemory(int rule) => $"MemoryText_{rule + 1}";

    private static string Of(ScriptModel script, KeywordModel keyword) => script.Words[keyword.Word - 1].Name;
}
