using System.Globalization;
using Eliza.Generator.Language.Checks;
using Eliza.Generator.Language.Lines;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Fixes;

/// <summary>The fixes of line scripts.</summary>
internal sealed class LineFixes(ScriptSyntax syntax, ScriptText script) : FixWriter(syntax, script)
{
    private const string Reply = "Please go on.";
    private const string Reassembly = "        reasmb: " + Reply + "\n";
    private const string CatchAll = "    decomp: *\n" + Reassembly;

    private static readonly Dictionary<ScriptRule, Func<LineFixes, ScriptDiagnostic, IEnumerable<Fix>>> Known = new()
    {
        { ScriptRules.BadRank, (my, finding) => [my.RemoveWord(finding.Place)] },
        { ScriptRules.DuplicateKeyword, (my, finding) => my.OfDuplicate(finding) },
        { ScriptRules.DecompositionWithoutReassembly, (my, finding) => my.OfSilent(finding) },
        { ScriptRules.UnknownGoto, (my, finding) => IsWord(finding.Arguments[0]) ? [Offer($"Add the keyword '{finding.Arguments[0]}'", my.Append($"key: {finding.Arguments[0]}\n{CatchAll}"))] : [] },
        { ScriptRules.ComponentOutOfRange, (my, finding) => my.Components(finding.Place) },
        { ScriptRules.NoFallback, (my, finding) => finding.Replacements.Count > 0 ? [] : [Offer("Add the keyword xnone", my.Append("key: xnone\n" + CatchAll))] },
        { ScriptRules.EndlessCircle, (my, finding) => my.OfCircle(finding) },
        { ScriptRules.UnknownTag, (my, finding) => finding.Replacements.Count > 0 ? [] : [my.MakeNotes([finding.Place.Line])] },
        { ScriptRules.MissingValue, (my, finding) => my.OfMissingValue(finding) },
        { ScriptRules.LineOutsideItsBlock, (my, finding) => my.OfLineOutside(finding) },
        { ScriptRules.KeywordWithoutDecomposition, (my, finding) => my.RemoveKeyword(finding).Prepend(Offer("Give it a decomposition '*'", my.Below(finding.Place.Line, CatchAll))) },
        { ScriptRules.UnknownClass, (my, finding) => my.OfUnknownClass(finding) },
        { ScriptRules.FallbackWithoutCatchAll, (my, finding) => LineBlocks.Of(my.Script, finding.Place.Line, "key") is var (_, behind) ? [Offer("Give it a decomposition '*'", my.Below(behind - 1, CatchAll))] : [] },
        { ScriptRules.RepeatedDeclaration, (my, finding) => my.OfRepeatedClass(finding) },
        { ScriptRules.MemoryWithoutText, (my, finding) => my.OfMemoryWithoutText(finding) },
        { ScriptRules.KeywordOfSeveralWords, (my, finding) => my.OfSeveralWords(finding) },
        { ScriptRules.UnreachableDecomposition, (my, finding) => my.OfUnreachable(finding) },
        { ScriptRules.RewrittenWord, (my, finding) => finding.Replacements.Count > 0 ? [] : my.RemoveWhatWaits(finding) },
        { ScriptRules.ImpossibleWord, (my, finding) => my.RemoveWhatWaits(finding) },
        { ScriptRules.UnreachableKeyword, (my, finding) => my.RemoveKeyword(finding) },
        { ScriptRules.Circle, (my, finding) => my.OfCircle(finding) },
        { ScriptRules.UnusedClass, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.DuplicateReassembly, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.EmptyReassembly, (my, finding) => [Offer($"Write '{Reply}'", my.WriteValue(finding.Place, Reply))] },
        { ScriptRules.MissingPunctuation, (my, finding) => new[] { ".", "?" }.Select(mark => Offer($"Write '{mark}' at the end", my.Insert(my.End(finding.Place), mark))) },
        { ScriptRules.MemberOfTwoClasses, (my, finding) => my.OfSharedMember(finding) },
        { ScriptRules.IdleRewrite, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.RepeatedRewrite, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.MissingGreeting, (my, finding) => [Offer("Add a greeting", my.Insert(0, "initial: How do you do.\n"))] },
        { ScriptRules.MissingFarewell, (my, finding) => [Offer("Add a farewell", my.Insert(0, "final: Goodbye.\n"))] },
        { ScriptRules.PatternOfTwoClauses, (my, finding) => my.OfTwoClauses(finding) },
        { ScriptRules.SpokenComponent, (my, finding) => finding.Replacements.Count > 0 ? [] : my.Components(finding.Place) },
        { ScriptRules.SpokenInstruction, (my, finding) => finding.Replacements.Count > 0 ? [] : [my.Write(finding.Place, "newkey"), my.Write(finding.Place, "goto xnone")] },
        { ScriptRules.RewriteWithoutWords, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.MisreadRewrite, (my, finding) => my.OfMisreadRewrite(finding) },
        { ScriptRules.IdlePost, (my, finding) => [my.RemoveLine(finding)] },
        { ScriptRules.ClassWithoutName, (my, finding) => finding.Replacements.Count > 0 ? [] : my.Syntax.Classes.Take(MostChoices).Select(one => my.Write(finding.Place, "@" + one.Name.Text)) },
        { ScriptRules.SymbolAmongWords, (my, finding) => finding.Replacements.Count > 0 ? [] : my.OfSymbols(finding) },
    };

    public IEnumerable<Fix> Of(ScriptDiagnostic finding) => Known.TryGetValue(finding.Rule, out var fixes) ? fixes(this, finding) : [];

    private IEnumerable<Fix> OfDuplicate(ScriptDiagnostic finding)
    {
        if (KeywordAt(finding.Place) is not { } later || Names.Keyword(later.Word.Text) is not { } first) yield break;
        if (LineBlocks.Of(Script, finding.Place.Line, "key") is not var (line, behind) || LineBlocks.Of(Script, first.Word.Place.Line, "key") is not var (_, behindFirst)) yield break;
        var lines = Lines(line + 1, behind);
        var isSaid = lines.Trim() == Lines(first.Word.Place.Line + 1, behindFirst).Trim();
        if (!isSaid && behind > line + 1) yield return Offer($"Put its decompositions under line {first.Word.Place.LineNumber}", Below(behindFirst - 1, lines), RemoveLines(line, behind));
        yield return Offer("Remove this keyword", RemoveLines(line, behind));
    }

    private IEnumerable<Fix> OfSilent(ScriptDiagnostic finding)
    {
        yield return Offer($"Write 'reasmb: {Reply}'", Below(finding.Place.Line, Reassembly));
        foreach (var fix in RemoveDecomposition(finding.Place)) yield return fix;
    }

    private IEnumerable<Fix> OfCircle(ScriptDiagnostic finding)
    {
        var jump = Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).SelectMany(one => one.Reassemblies).FirstOrDefault(one => one.Target()?.Place == finding.Place);
        return jump is null ? [] : [Write(jump.Place, "newkey"), Write(jump.Place, Reply)];
    }

    private IEnumerable<Fix> OfMissingValue(ScriptDiagnostic finding)
    {
        var word = Script.At(finding.Place);
        var tag = LineTag.Of(word) ?? LineTag.Nearest(word);
        var value = tag switch { "decomp" => "*", "initial" => "How do you do.", "final" => "Goodbye.", "quit" => "bye", _ => null };
        if (value is not null) yield return Offer($"Write '{value}'", WriteValue(finding.Place, value));
        if (tag == "key" && LineBlocks.Of(Script, finding.Place.Line, "key") is var (line, behind)) yield return Offer("Remove this keyword", RemoveLines(line, behind));
        else if (tag is not ("key" or "decomp")) yield return RemoveLine(finding);
    }

    private IEnumerable<Fix> OfLineOutside(ScriptDiagnostic finding)
    {
        var line = finding.Place.Line;
        var above = line - 1;
        while (above >= 0 && LineBlocks.TagOf(Script, above) is null) above--;
        if (finding.Arguments[0] != "decomp" && above >= 0 && LineBlocks.TagOf(Script, above) == "key")
            yield return Offer("Write 'decomp: *' above it", Insert(Script.Line(line).Start, "    decomp: *\n"));
        else
            yield return MakeNotes(LineBlocks.Under(Script, line, "key"));
    }

    private IEnumerable<Fix> OfUnknownClass(ScriptDiagnostic finding)
    {
        var name = finding.Arguments[0];
        foreach (var declared in Names.ClassesOf(name).Take(MostChoices)) yield return Write(finding.Place, "@" + declared.Name.Text);
        var key = finding.Place.Line;
        while (key > 0 && LineBlocks.TagOf(Script, key) != "key") key--;
        if (IsWord(name)) yield return Offer($"Add 'synon: {name}'", Insert(Script.Line(key).Start, $"synon: {name}\n"));
    }

    private IEnumerable<Fix> OfRepeatedClass(ScriptDiagnostic finding)
    {
        if (Syntax.Classes.FirstOrDefault(one => one.Name.Place == finding.Place) is not { } later || Names.ClassNamed(later.Name.Text) is not { } first) yield break;
        HashSet<string> known = [.. first.Members.Prepend(first.Name).Select(word => Names.Fold(word.Text))];
        var more = string.Concat(later.Members.Where(word => known.Add(Names.Fold(word.Text))).Select(word => " " + word.Text));
        if (more.Length > 0) yield return Offer($"Put its words into line {first.Name.Place.LineNumber}", Insert(End((first.Members is [.., var last] ? last : first.Name).Place), more), RemoveLines(finding.Place.Line, finding.Place.Line + 1));
        yield return RemoveLine(finding);
    }

    private IEnumerable<Fix> OfMemoryWithoutText(ScriptDiagnostic finding)
    {
        if (Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).FirstOrDefault(one => one.IsMemory && one.Reassemblies.Any(reassembly => reassembly.Place == finding.Place)) is not { } memory) yield break;
        var components = memory.Pattern.Count(element => element is not LiteralSyntax);
        yield return Write(finding.Place, components == 0 ? "Let us go back to that." : FormattableString.Invariant($"Earlier you spoke of ({components})."));
        var start = Start(memory.Place);
        if (Script.Text[start] != '$') yield break;
        var end = start + 1;
        while (end < Script.Text.Length && Script.Text[end] is ' ' or '\t') end++;
        yield return Offer("Remove '$'", Write(start, end, ""));
    }

    private IEnumerable<Fix> OfSeveralWords(ScriptDiagnostic finding)
    {
        if (finding.Replacements.Count > 0) yield break;
        var words = LineWords.Cut(Script, Start(finding.Place), End(finding.Place));
        var rank = words.Count > 1 && int.TryParse(words[words.Count - 1].Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? Script.Text.Substring(End(words[words.Count - 2].Place), End(finding.Place) - End(words[words.Count - 2].Place)) : "";
        var word = words[words.Count - (rank.Length > 0 ? 2 : 1)];
        if (Names.Keyword(word.Text) is null) yield return Write(finding.Place, word.Text + rank);
    }

    /// <summary>A decomposition that another covers can go before that one, or away.</summary>
    private IEnumerable<Fix> OfUnreachable(ScriptDiagnostic finding)
    {
        if (LineBlocks.Of(Script, finding.Place.Line, "decomp") is var (line, behind) && DecompositionAt(finding.Place) is var (keyword, decomposition)
            && CoveringThatCanBePassed(finding, keyword, decomposition) is { } covering)
            yield return Offer($"Move this decomposition above line {covering.Place.LineNumber}", Insert(Script.Line(covering.Place.Line).Start, Lines(line, behind)), RemoveLines(line, behind));
        foreach (var fix in RemoveDecomposition(finding.Place)) yield return fix;
    }

    /// <summary>Removes what waits for a word that never comes.</summary>
    private IEnumerable<Fix> RemoveWhatWaits(ScriptDiagnostic finding) => LineBlocks.TagOf(Script, finding.Place.Line) switch
    {
        "decomp" => RemoveDecomposition(finding.Place),
        "quit" or "post" => [RemoveLine(finding)],
        _ => [],
    };

    private IEnumerable<Fix> RemoveDecomposition(Place place)
    {
        if (DecompositionAt(place) is not var (keyword, _) || LineBlocks.Of(Script, place.Line, "decomp") is not var (line, behind)) return [];
        if (CanSpareOne(keyword)) return [Offer("Remove this decomposition", RemoveLines(line, behind))];
        return !IsNeeded(keyword) && LineBlocks.Of(Script, keyword.Word.Place.Line, "key") is var (first, end) ? [Offer("Remove this keyword", RemoveLines(first, end))] : [];
    }

    private IEnumerable<Fix> RemoveKeyword(ScriptDiagnostic finding) =>
        KeywordAt(finding.Place) is { } keyword && !IsNeeded(keyword) && LineBlocks.Of(Script, finding.Place.Line, "key") is var (line, behind) ? [Offer("Remove this keyword", RemoveLines(line, behind))] : [];

    private IEnumerable<Fix> OfSharedMember(ScriptDiagnostic finding)
    {
        var ours = Syntax.Classes.FirstOrDefault(one => one.Members.Any(member => member.Place == finding.Place));
        if (ours is not null) yield return Remove(finding.Place, ours.Name.Text);
        var theirs = Names.ClassNamed(finding.Arguments[1])?.Members.FirstOrDefault(member => Names.Fold(member.Text) == Names.Fold(finding.Arguments[0]));
        if (theirs is not null) yield return Remove(theirs.Place, finding.Arguments[1]);

        Fix Remove(Place member, string from) => Offer($"Remove '{finding.Arguments[0]}' from '@{from}'", RemoveWithBlanks(Start(member), End(member)));
    }

    private IEnumerable<Fix> OfTwoClauses(ScriptDiagnostic finding)
    {
        var end = Script.Line(finding.Place.Line).End;
        var value = LineTag.ValueOf(Script, finding.Place);
        LineWords.Cut(Script, Start(value.Place), End(value.Place), out var stops);
        yield return Offer($"Remove '{finding.Arguments[0]}'", [.. stops.Select(stop => new Replacement(stop.Stop.Place, End(stop.Stop.Place) < end && !char.IsWhiteSpace(Script.Text[End(stop.Stop.Place)]) ? " " : ""))]);
    }

    private IEnumerable<Fix> OfMisreadRewrite(ScriptDiagnostic finding)
    {
        if (Syntax.Posts.FirstOrDefault(one => one.Word.Place == finding.Place) is { Words.Count: var count } post && count % 2 == 1)
        {
            var (words, by) = (post.Words.Take(count / 2).Prepend(post.Word), post.Words.Skip(count / 2));
            HashSet<string> known = [.. Syntax.Posts.Where(one => !ReferenceEquals(one, post)).Select(one => Names.Fold(one.Word.Text))];
            var lines = words.Zip(by, (word, to) => (Word: word.Text, To: to.Text)).Where(pair => known.Add(Names.Fold(pair.Word)) && Names.Fold(pair.Word) != Names.Fold(pair.To)).Select(pair => $"post: {pair.Word} {pair.To}\n");
            yield return Offer("Write a 'post:' line for each word", Write(Script.Line(finding.Place.Line).Start, Script.Line(finding.Place.Line).End, string.Concat(lines)));
        }

        yield return RemoveLine(finding);
    }

    private IEnumerable<Fix> OfSymbols(ScriptDiagnostic finding)
    {
        var item = Script.At(finding.Place);
        var words = LineWords.Cut(Script, Start(finding.Place), End(finding.Place));
        if (item.IndexOfAny(['|', '/', '\\']) >= 0 && words.Count > 1 && Names.Class(words[0].Text) is not null && LineBlocks.TagOf(Script, finding.Place.Line) == "decomp")
            yield return Write(finding.Place, "@" + words[0].Text);
        var isPattern = LineBlocks.TagOf(Script, finding.Place.Line) is "decomp" or "key";
        var kept = new string([.. item.Select((character, i) => LineText.ClassOf(character) != LineClass.Blank || (isPattern && IsMark(i)) ? character : ' ')]).Trim();
        yield return kept.Length > 0 ? Write(finding.Place, kept) : RemoveWord(finding.Place);

        bool IsMark(int i) => item[i] == '*' || (item[i] == '@' && (i == 0 || item[i - 1] == '*'));
    }

    /// <summary>The components that a text can have at a place, the last first.</summary>
    private IEnumerable<Fix> Components(Place place)
    {
        var above = Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).LastOrDefault(one => one.Reassemblies.Any(text => text.Place.Line == place.Line));
        var count = above?.Pattern.Count(element => element is not LiteralSyntax) ?? 0;
        return Enumerable.Range(1, count).Reverse().Take(MostChoices).Select(number => Write(place, FormattableString.Invariant($"({number})")));
    }

    private Fix MakeNotes(List<int> lines) => Offer(lines.Count > 1 ? "Make these lines notes" : "Make this line a note", [.. lines.Select(line => Insert(Script.Line(line).Start, "# "))]);

    private Fix RemoveLine(ScriptDiagnostic finding) => Offer("Remove this line", RemoveLines(finding.Place.Line, finding.Place.Line + 1));

    /// <summary>Writes what stands behind the colon of a tag; the <c>$</c> of a decomposition stays.</summary>
    private Replacement WriteValue(Place tag, string value)
    {
        var old = LineTag.ValueOf(Script, tag);
        return old.Text.StartsWith("$", StringComparison.Ordinal) ? Write(Start(old.Place) + 1, End(old.Place), " " + value)
            : new(old.Place, Script.Text[Start(old.Place) - 1] == ':' ? " " + value : value);
    }

    private Replacement Below(int line, string lines)
    {
        var end = Script.Line(line).End;
        return Insert(end, end > 0 && Script.Text[end - 1] == '\n' ? lines : "\n" + lines);
    }

    /// <summary>Lines with their ends; the last gets one if it has none.</summary>
    private string Lines(int first, int behind)
    {
        if (first >= behind) return "";
        var start = Script.Line(first).Start;
        var lines = Script.Text.Substring(start, Script.Line(behind - 1).End - start);
        return lines.EndsWith("\n", StringComparison.Ordinal) ? lines : lines + "\n";
    }

    private static bool IsWord(string name) => LineWords.Cut(new(name), 0, name.Length) is [var word] && word.Place.Length == name.Length;
}
