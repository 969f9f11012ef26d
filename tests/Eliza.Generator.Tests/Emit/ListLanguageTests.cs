using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>The C# for each construct of the list language. Every script has a MEMORY rule.</summary>
public sealed class ListLanguageTests
{
    [Fact]
    public void Smallest() => Code("").ShouldMatchSnapshot();

    [Fact]
    public void Substitution_and_link() => Code(
        """
        (HOW (=WHAT))
        (WHAT ((0) (WHY DO YOU ASK)))
        (ME = YOU)
        (CANT = CANNOT 3 ((0 CANNOT 0) (WHY NOT)) (=WHAT))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Newkey_and_goto() => Code(
        """
        (DREAM 3 ((0 DREAM 0) (WHAT DID YOU DREAM) NEWKEY (=MY)))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Pre() => Code(
        """
        (ARE ((0 ARE YOU 0) (PRE (4 ARE YOUR) (=MY))))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Tags_and_alternatives() => Code(
        """
        (MOTHER DLIST(/NOUN FAMILY))
        (FATHER DLIST(/NOUN FAMILY))
        (FEEL DLIST(/BELIEF))
        (I ((0 I (* WANT NEED) 0) (WHY DO YOU WANT 4)) ((0 (/FAMILY) 0) (YOUR 2)) ((0 I (/BELIEF FAMILY) 0) (DO YOU)))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Exact_counts() => Code(
        """
        (WHY ((WHY 1 YOU 2 0) (WHY 2 I 4 AND 5)) ((0 WHY 3) (3)))
        """).ShouldMatchSnapshot();

    private static string Code(string rules) => new Project(("small", Samples.Raven.Replace("()\n", rules + "\n()\n", StringComparison.Ordinal))).Generate().File("Scripts.Small.g.cs");
}
