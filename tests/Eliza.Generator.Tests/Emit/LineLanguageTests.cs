using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>The C# for each construct of the line language.</summary>
public sealed class LineLanguageTests
{
    [Fact]
    public void Smallest() => Code("").ShouldMatchSnapshot();

    [Fact]
    public void Components() => Code(
        """
        key: my 2
          decomp: my * is *
            reasmb: So your (1) is (2)?
            reasmb: (2), you say ("(1)").
          decomp: * my *
            reasmb: Your (2).
          decomp: my mother and *
            reasmb: And (1)?
        """).ShouldMatchSnapshot();

    [Fact]
    public void Memory() => Code(
        """
        key: my
          decomp: $ * my *
            reasmb: Earlier you spoke of your (2).
            reasmb: But your (2)?
          decomp: my *
            reasmb: Your (1)?
        """).ShouldMatchSnapshot();

    [Fact]
    public void Goto_and_newkey() => Code(
        """
        key: computer 50
          decomp: *
            reasmb: Do machines worry you?
            reasmb: goto machine
        key: machine
          decomp: *
            reasmb: newkey
            reasmb: Why do you mention machines?
        """).ShouldMatchSnapshot();

    [Fact]
    public void Pre_and_post() => Code(
        """
        pre: i'm i am
        pre: dont don't
        post: my your
        post: me you
        key: i
          decomp: i am *
            reasmb: How long have you been (1)?
        """).ShouldMatchSnapshot();

    [Fact]
    public void Synon() => Code(
        """
        synon: sad unhappy depressed
        synon: happy
        key: i
          decomp: * i am * @sad
            reasmb: Why (3)?
          decomp: i am @happy and @sad
            reasmb: Both?
        """).ShouldMatchSnapshot();

    [Fact]
    public void Class_keyword() => Code(
        """
        synon: sad unhappy depressed
        key: @sad 3
          decomp: * i am @sad *
            reasmb: Why are you (2)?
            reasmb: goto hello
        key: depressed 5
          decomp: *
            reasmb: goto unhappy
        key: hello
          decomp: *
            reasmb: goto @sad
            reasmb: Hello.
        """).ShouldMatchSnapshot();

    [Fact]
    public void Words_of_many_writing_systems() => Code(
        """
        pre: café café
        post: mi tu
        synon: 你好 您好
        key: İstiyorum
          decomp: ıstıyorum 7.30 *
            reasmb: 7.30?
        key: Γειά
          decomp: * @你好 हिंदी
            reasmb: (2)?
        """.Replace("\\u0301", "\u0301", StringComparison.Ordinal)).ShouldMatchSnapshot();

    [Fact]
    public void Greetings_and_farewells() => Code(
        """
        initial: Good day.
        final: Goodbye for now.
        final: See you.
        quit: bye
        """).ShouldMatchSnapshot();

    [Fact]
    public void Quit() => Code(
        """
        final: Goodbye for now.
        quit: bye
        quit: see you later
        """).ShouldMatchSnapshot();

    private static string Code(string rules) => new Project(("small", Samples.Parrot + rules)).Generate().File("Scripts.Small.g.cs");
}
