namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports classes and tags that are probably mistakes: <see cref="ScriptRules.UnusedClass"/>,
/// <see cref="ScriptRules.MemberOfTwoClasses"/>, <see cref="ScriptRules.UnknownWordTag"/>, <see cref="ScriptRules.EmptySet"/>.
/// </summary>
internal static class Classes
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList)
        {
            CheckSets(script, findings);
        }
        else
        {
            CheckUse(script, findings);
            CheckMembers(script, findings);
        }
    }

    private static IEnumerable<ElementSyntax> Elements(CheckedScript script) =>
        script.Syntax.Keywords.SelectMany(k => k.Decompositions).SelectMany(d => d.Pattern)
            .Concat((script.Syntax.Memory?.Rules ?? default).SelectMany(r => r.Pattern));

    private static void CheckSets(CheckedScript script, Findings findings)
    {
        var sets = new WordSets(script);
        foreach (var element in Elements(script))
        {
            if (element is AlternativesSyntax { Words.Count: 0 } or ClassReferenceSyntax { Classes.Count: 0 })
                findings.Add(ScriptRules.EmptySet, element.Place);
            else if (element is ClassReferenceSyntax reference && !findings.IsFull)
                foreach (var tag in reference.Classes.Where(tag => !sets.IsKnown(tag.Text)))
                    findings.AddMisspelt(ScriptRules.UnknownWordTag, tag.Place, tag.Text, sets.Names);
        }
    }

    /// <summary>Reports unused classes, except those that <see cref="UnheardMembers"/> reports.</summary>
    private static void CheckUse(CheckedScript script, Findings findings)
    {
        var possible = new PossibleWords(script);
        var named = Elements(script).OfType<ClassReferenceSyntax>().SelectMany(r => r.Classes).Concat(script.Syntax.Keywords.Select(k => k.Class).OfType<Token>());
        HashSet<ClassSyntax> used = new(named.Select(name => script.Class(name.Text)).OfType<ClassSyntax>(), ReferenceComparer<ClassSyntax>.Instance);
        foreach (var name in script.Syntax.Classes.Where(declared => !used.Contains(declared)).Select(declared => declared.Name))
        {
            if (script.Keyword(name.Text) is { } keyword && UnheardMembers.Unheard(script, keyword, possible) is not null) continue;
            findings.Add(ScriptRules.UnusedClass, name.Place, name.Text);
        }
    }

    /// <summary>Reports classes that overlap. A class inside another class is not reported, because it is intended.</summary>
    private static void CheckMembers(CheckedScript script, Findings findings)
    {
        var sets = new WordSets(script);
        Dictionary<string, ClassSyntax> classOf = [];
        foreach (var declared in script.Syntax.Classes)
        {
            List<(Token Member, ClassSyntax Other)> shared = [];
            foreach (var member in declared.Members.Prepend(declared.Name))
            {
                var word = script.Fold(member.Text);
                if (!classOf.TryGetValue(word, out var other)) classOf.Add(word, declared);
                else if (!ReferenceEquals(other, declared)) shared.Add((member, other));
            }

            foreach (var (other, members) in shared.GroupBy(s => s.Other, s => s.Member, ReferenceComparer<ClassSyntax>.Instance).Select(g => (g.Key, g)))
            {
                var (ours, theirs) = (sets.Of(declared.Name), sets.Of(other.Name));
                if (ours.IsSubsetOf(theirs) || theirs.IsSubsetOf(ours)) continue;
                foreach (var member in members)
                    findings.Add(ScriptRules.MemberOfTwoClasses, member.Place, member.Text, other.Name.Text, other.Name.Place.LineNumber);
            }
        }
    }
}
