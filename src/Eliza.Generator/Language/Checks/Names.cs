using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language.Checks;

/// <summary>What a script declares, found by name as the runtime will find it.</summary>
internal sealed class Names
{
    private readonly ScriptSyntax script;

    public Names(ScriptSyntax script)
    {
        this.script = script;
        foreach (var keyword in script.Keywords)
        {
            var word = Fold(keyword.Word.Text);
            if (!Keywords.ContainsKey(word)) Keywords.Add(word, keyword);
        }

        foreach (var synon in script.Classes)
        {
            var name = Fold(synon.Name.Text);
            if (!Classes.ContainsKey(name)) Classes.Add(name, synon);
        }
    }

    /// <summary>Each keyword by its word; of two with the same word the first.</summary>
    public Dictionary<string, KeywordSyntax> Keywords { get; } = [];

    /// <summary>The classes of a line script by their names; of two with the same name the first.</summary>
    public Dictionary<string, ClassSyntax> Classes { get; } = [];

    /// <summary>The form in which the language of the script compares words. The list reader has folded them already.</summary>
    public string Fold(string word) => script.Language == ScriptLanguage.Line ? LineWords.Fold(word) : word;
}
