using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Checks;

/// <summary>Reports characters that become other characters in the replies of list scripts: <see cref="ScriptRules.ModernCharacter"/>.</summary>
internal static class ModernCharacters
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (!script.IsList) return;
        foreach (var reassembly in script.Syntax.Keywords.SelectMany(k => k.Decompositions).SelectMany(d => d.Reassemblies))
        {
            Check(script, reassembly switch { TextSyntax text => text.Parts, PreSyntax pre => pre.Parts, _ => [] }, findings);
        }

        foreach (var rule in script.Syntax.Memory?.Rules ?? default) Check(script, rule.Parts, findings);
    }

    /// <summary>Reports one finding for each text, at the first word with such a character.</summary>
    private static void Check(CheckedScript script, EquatableArray<PartSyntax> parts, Findings findings)
    {
        foreach (var part in parts.OfType<LiteralPartSyntax>())
        {
            if (findings.IsFull) return;
            var written = script.Text.At(part.Place);
            if (written.FirstOrDefault(IsChanged) is var character and not '\0')
            {
                findings.Add(ScriptRules.ModernCharacter, part.Place, written, part.Text, $"'{character}'");
                return;
            }
        }
    }

    /// <summary>Whether a character becomes another mark or a blank. Letters do not count, because authors expect upper case.</summary>
    private static bool IsChanged(char character)
    {
        Span<char> folded = stackalloc char[ListText.MaxExpansion];
        ListText.Fold(character, folded);
        return folded[0] != character && folded[0] is ' ' or '.' or ',' && character is not (' ' or '.' or ',');
    }
}
