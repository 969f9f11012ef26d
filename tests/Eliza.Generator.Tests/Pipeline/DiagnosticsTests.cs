using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>The findings of wrong scripts, as the compiler prints them.</summary>
public sealed class DiagnosticsTests
{
    [Fact]
    public void Line_language() => Diagnostics("wrong",
        """
        # Each line below is wrong in a way of its own.
        Hello there
        decmp: *
        initial:
        reasmb: Too early.
        key: computer fifty
          decomp: * computer *
            reasmb: Is it (3)?
            reasmb: goto compter
          decomp: * @machine *
        key: computer
        synon: machines computers
        synon: machines engines
        key: dream
          decomp: *
            reasmb: goto dreams
        key: dreams
          decomp: $ *
            reasmb: newkey
          decomp: dream*
            reasmb: goto dream
        """).ShouldMatchSnapshot();

    [Fact]
    public void List_language() => Diagnostics("wrong",
        """
        (HOW DO YOU DO)
        START
        (SORRY ((0) (PLEASE 4 APOLOGIZE)))
        (SORRY HIGH ((0)))
        (HOW (=WAHT))
        (WHAT ((0 (/FAMILY) 0) (WHY)))
        (MEMORY OUR (0 OUR 0 = YOUR 3))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Noise() => Diagnostics("noise", "\0binary\0").ShouldMatchSnapshot();

    private static string Diagnostics(string name, string script) => string.Concat(new Project((name, script)).Generate().Diagnostics.Select(line => line + "\n"));
}
