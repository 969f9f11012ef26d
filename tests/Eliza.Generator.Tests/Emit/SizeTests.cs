using Eliza.Generator.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>The C# compiler and the JIT compiler can compile scripts that are far larger than DOCTOR.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class SizeTests
{
    [Fact]
    public void Three_thousand_keywords()
    {
        var script = Compile(Lines(3000, number => $"key: word{number} {number % 7}\n decomp: * word{number} *\n  reasmb: Word {number} before (2).\n  reasmb: goto word{(number + 1) % 3000}"));

        foreach (var number in new[] { 0, 1, 63, 64, 65, 127, 128, 1500, 2999 })
        {
            script.Start().Reply($"a word{number} here").ShouldBe($"Word {number} before here.");
        }
    }

    [Fact]
    public void Two_hundred_reassemblies()
    {
        var conversation = Compile("key: more\n decomp: * more *\n" + Lines(200, number => $"  reasmb: Text {number} and (2).")).Start();

        for (var number = 0; number < 200; number++) conversation.Reply("more please").ShouldBe($"Text {number} and please.");
        conversation.Reply("more please").ShouldBe("Text 0 and please.");
    }

    [Fact]
    public void Two_hundred_decompositions()
    {
        var script = Compile("key: say\n" + Lines(200, number => $" decomp: * say word{number} *\n  reasmb: Said {number}."));

        for (var number = 0; number < 200; number++) script.Start().Reply($"please say word{number} now").ShouldBe($"Said {number}.");
        script.Start().Reply("say it").ShouldBe("Pieces of eight!");
    }

    [Fact]
    public void Two_hundred_decompositions_that_store_memories()
    {
        var conversation = Compile("key: say\n" + Lines(200, number => $" decomp: $ * say word{number} *\n  reasmb: Said {number}.") + " decomp: *\n  reasmb: Noted.\n").Start();

        foreach (var number in new[] { 0, 63, 64, 128, 199 }) conversation.Reply($"say word{number}").ShouldBe("Noted.");
        foreach (var number in new[] { 0, 63, 64, 128, 199 }) conversation.Reply("hm").ShouldBe($"Said {number}.");
    }

    [Fact]
    public void A_pattern_with_forty_runs_of_words()
    {
        var numbers = Enumerable.Range(0, 40).ToArray();
        var pattern = string.Join(' ', numbers.Select(number => $"* word{number}"));
        var reassembly = string.Join(' ', numbers.Select(number => $"({number + 1})"));
        var script = Compile($"key: word0\n decomp: {pattern}\n  reasmb: Between: {reassembly}.\n");

        script.Start().Reply(string.Join(' ', numbers.Select(number => $"x{number} word{number}")))
            .ShouldBe($"Between: {string.Join(' ', numbers.Select(number => $"x{number}"))}.");
    }

    [Fact]
    public void A_class_of_three_thousand_words()
    {
        var script = Compile($"synon: fruit {string.Join(' ', Enumerable.Range(0, 3000).Select(number => $"word{number}"))}\nkey: eat\n decomp: eat @fruit\n  reasmb: Is (1) good?\n");

        script.Start().Reply("eat word2999").ShouldBe("Is word2999 good?");
    }

    [Fact]
    public void A_thousand_phrases_that_end_the_talk()
    {
        var conversation = Compile(Lines(1000, number => $"quit: so long {number}")).Start();

        conversation.Reply("so long 999").ShouldBe("Goodbye.");
        conversation.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void A_thousand_words_that_are_replaced_and_reflected()
    {
        var script = Compile(Lines(1000, number => $"pre: a{number} b{number}\npost: b{number} c{number}") + "key: say\n decomp: say *\n  reasmb: Said (1).\n");

        script.Start().Reply("say a999 b1").ShouldBe("Said c999 c1.");
    }

    [Fact]
    public void A_pattern_of_five_thousand_words()
    {
        var words = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => "w" + number % 7));

        Compile($"key: w0\n decomp: {words}\n  reasmb: All of it.\n").Start().Reply(words).ShouldBe("All of it.");
        Compile($"key: w0\n decomp: * w0 * {words} *\n  reasmb: All of it.\n").Start().Reply("w0 x " + words).ShouldBe("All of it.");
    }

    [Fact]
    public void A_phrase_of_two_thousand_words_that_ends_the_talk()
    {
        var words = string.Join(' ', Enumerable.Range(0, 2_000).Select(number => "w" + number));

        Compile($"quit: {words}\n").Start().Reply(words).ShouldBe("Goodbye.");
    }

    [Fact]
    public void Two_hundred_words_of_ten_thousand_letters()
    {
        var words = Enumerable.Range(0, 200).Select(number => new string((char)('a' + number % 26), 10_000) + number).ToList();

        Compile(string.Concat(words.Select(word => $"key: {word}\n decomp: *\n  reasmb: {word.Length}\n"))).Start().Reply(words[77]).ShouldBe("10002");
    }

    [Fact]
    public void Two_thousand_words_of_one_name()
    {
        var words = Enumerable.Range(0, 2_000).Select(number => $"a{new string('-', 1 + number)}b").ToList();

        Compile("quit: " + string.Join("\nquit: ", words) + "\n").Start().Reply("x").ShouldBe("Pieces of eight!");
    }

    [Fact]
    public void Counts_of_words_that_no_line_has()
    {
        var raven = Samples.Raven.Replace("(MY ((0 MY 0) (YOUR 3)))", "(MY ((0 2147483647 99999999999 MY 2147483647 0) (TOO MANY 5)) ((0 MY 0) (YOUR 3)))", StringComparison.Ordinal);

        new Project(("raven", raven)).Generate().Script("raven").Start().Reply("it is my bust").ShouldBe("YOUR BUST");
    }

    private static Script Compile(string rules) => new Project(("large", Samples.Parrot + rules)).Generate().Script("large");

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(number => line(number) + "\n"));
}
