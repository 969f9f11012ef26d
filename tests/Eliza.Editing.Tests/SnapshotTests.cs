using System.Globalization;
using System.Text;
using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Editing.Tests.Support;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>Everything that the server says about a script of each language, in files for readers.</summary>
public sealed class SnapshotTests
{
    private const string Line =
        """
        # The keeper of an inn.
        initial: Come in. What brings you here?
        final: Safe travels.
        quit: bye
        pre: dinner supper
        post: my your
        synon: beast horse mule donkey

        key: xnone
          decomp: *
            reasmb: Go on.

        key: supper 5
          decomp: * my @beast *
            reasmb: Is the (2) hungry (3)?
            reasmb: goto rain
          decomp: *
            reasmb: newkey

        key: rain 2
          decomp: $ * rain *
            reasmb: Earlier it rained (2).
          decomp: * rain
            reasm_for_memory: You said: (1) rain.
            reasmb: And (1)?
          decomp: *
            reasmb: It has rained since Tuesday.

        key: @beast
          decomp: * @beast *
            reasmb: What of the (2)?

        """;

    private const string List =
        """
        (HOW DO YOU DO)
        START
        ; The shortest there is.
        (NONE
            ((0)
                (GO ON)))
        (MY = YOUR 2
            ((0 YOUR 0 (/FAMILY) 0)
                (TELL ME MORE ABOUT YOUR 4)
                (=MOTHER))
            ((0 YOUR 1 (*OWN NEW))
                (YOUR 3))
            (=MOTHER))
        (MOTHER 1 DLIST(/FAMILY)
            ((0)
                (NEWKEY)
                (PRE (YOUR MOTHER) (=MY))))
        (MEMORY MY
            (0 YOUR 0 = EARLIER YOU SAID YOUR 3)
            (0 YOUR 0 = BUT YOUR 3)
            (0 YOUR 0 = DOES THAT HAVE TO DO WITH YOUR 3)
            (0 YOUR (/FAMILY) = LETS DISCUSS YOUR 3))

        """;

    private const string LineErrors =
        """
        initial: Hi.
        pre:
        synon: kin mother
        synon: kin father
        key: a
          decomp: * @kim *
            reasmb: (3)?
          decomp:
            reasmb: goto bb
        key: new york city
          decomp: *
            reasmb: Oh.
        key: b
          decomp: * b
          decomp: $ *
            reasmb: newkey
        key: A
          decomp: * a
            reasmb: Ah.
        key: d
        """;

    private const string LineWarnings =
        """
        quit: bye
        pre: a a
        post: i am you are
        synon: unused one
        synon: sad blue
        synon: ill blue
        key: xnone
          decomp: *
            reasmb: Go on.
        key: c
          decomp: * @sad * @ill *
            reasmb: Why (1)
            reasmb: Why?
            reasmb: Why?
            reasmb:
          decomp: *
            reasmb: Say {1}. {word}
          decomp: * c
            reasmb: I see.
        key: but
          decomp: *
            reasmb: goto c
        """;

    private const string ListErrors =
        """
        (HI)
        (NONE ((0) (GO ON)))
        (A 1 (() (X)) ((0) (Y 4)))
        (B ((0)) (=NONE) ((0 B) (Z)))
        (C)
        START
        (A ((0 A) (=BB)))
        (MEMORY A (0 = A 1))
        (MEMORY A (0 = A 1) (0 = A 1) (0 = A 1) (0 = A 1))
        """;

    private const string ListWarnings =
        """
        ()
        (NONE ((0 ME) (GO ON)))
        (A ((0) (X) (X) ()) ((0 A 0) (Y 3)))
        (B ((0) (Z:)) (=A))
        (BUT ((0) (=B)))
        (MEMORY A (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))
        """;

    [Theory]
    [InlineData("line", Line)]
    [InlineData("list", List)]
    public void Hovers(string language, string script)
    {
        var view = ScriptView.Read(script);
        var told = Enumerable.Range(0, script.Length + 1).Select(offset => Telling.At(view, offset)).OfType<Hover>()
            .DistinctBy(hover => (hover.Range, hover.Contents.Value)).OrderBy(hover => hover.Range.Start.Line).ThenBy(hover => hover.Range.Start.Character);
        string.Concat(told.Select(hover => Marked(view, hover.Range, hover.Contents.Value))).ShouldMatchSnapshot(language);
    }

    [Theory]
    [InlineData("line", Line + "key: new\n  decomp: $ @\n    reasmb: Is it (\n    reasmb: goto \n\n")]
    [InlineData("list", List + "(NEW ((0 (/F)) (=)))\n")]
    public void Completions(string language, string script)
    {
        var view = ScriptView.Read(script);
        var offered = Enumerable.Range(0, script.Length + 1).Select(offset => Completing.At(view, offset)).Where(items => items.Count > 0)
            .Select(items => (items[0].TextEdit.Range, Text: string.Join("\n", items.Select(Shown)))).DistinctBy(one => one.Text);
        string.Concat(offered.Select(one => Marked(view, one.Range, one.Text))).ShouldMatchSnapshot(language);

        static string Shown(CompletionItem item) =>
            item.Label + (item.TextEdit.NewText == item.Label ? "" : $" = {item.TextEdit.NewText.Replace("\n", "\\n", StringComparison.Ordinal)}") + (item.Detail is null ? "" : $" ({item.Detail})");
    }

    [Theory]
    [InlineData("line-errors", LineErrors)]
    [InlineData("line-warnings", LineWarnings)]
    [InlineData("list-errors", ListErrors)]
    [InlineData("list-warnings", ListWarnings)]
    public void Fixes(string kind, string script)
    {
        var view = ScriptView.Read(script);
        var shown = new StringBuilder();
        foreach (var finding in Publishing.Diagnostics(view))
        {
            var fixes = Mending.Actions(view, new(new(Editor.Uri), finding.Range, new([Mending.QuickFix]))).Where(action => action.Diagnostics![0].Message == finding.Message && action.Diagnostics[0].Range == finding.Range);
            shown.Append(Marked(view, finding.Range, string.Join("\n", fixes.Select(action => $"{action.Title}{(action.IsPreferred == true ? " (preferred)" : "")}\n{Changes(script, FixTests.Applied(script, action.Edit))}").Prepend($"{finding.Code}: {finding.Message}"))));
        }
        shown.ToString().ShouldMatchSnapshot(kind);
    }

    [Theory]
    [InlineData("line", Line)]
    [InlineData("list", List)]
    public void Hints(string language, string script)
    {
        var view = ScriptView.Read(script);
        Outline.Hints(view, new(new(0, 0), new(9999, 0))).OrderByDescending(hint => view.Lines.Offset(hint.Position))
            .Aggregate(script, (text, hint) => text.Insert(view.Lines.Offset(hint.Position), $"⟨{hint.Label}⟩")).ShouldMatchSnapshot(language);
    }

    [Theory]
    [InlineData("line", Line)]
    [InlineData("list", List)]
    public void Formatted(string language, string script)
    {
        var view = ScriptView.Read(script.Replace("  ", " \t", StringComparison.Ordinal).Replace(": ", ":  ", StringComparison.Ordinal));
        Formatting.Edits(view, null, null).Reverse().Aggregate(view.Text, (text, edit) => TextLines.Replace(text, edit.Range, edit.NewText)).ShouldMatchSnapshot(language);
    }

    /// <summary>A line with its number, a mark under a part of it, and the text about that part.</summary>
    private static string Marked(ScriptView view, TextRange range, string said)
    {
        var (start, end) = (view.Lines.Start(range.Start.Line), view.Lines.End(range.Start.Line));
        var length = range.End.Line == range.Start.Line ? range.End.Character - range.Start.Character : end - start - range.Start.Character;
        return string.Create(CultureInfo.InvariantCulture, $"{range.Start.Line + 1,3} | {view.Text[start..end]}\n      {new string(' ', range.Start.Character)}{(length > 0 ? new('^', length) : "|")}\n")
            + string.Concat(said.Split('\n').Select(line => line.Length == 0 ? "\n" : $"      {line}\n")) + "\n";
    }

    /// <summary>The lines that differ between two texts.</summary>
    private static string Changes(string before, string after)
    {
        var (old, now) = (before.Split('\n').ToList(), after.Split('\n').ToList());
        while (old.Count > 0 && now.Count > 0 && old[0] == now[0])
            (old, now) = (old[1..], now[1..]);
        while (old.Count > 0 && now.Count > 0 && old[^1] == now[^1])
            (old, now) = (old[..^1], now[..^1]);
        return string.Join("\n", [.. old.Select(line => "  - " + line), .. now.Select(line => "  + " + line)]);
    }
}
