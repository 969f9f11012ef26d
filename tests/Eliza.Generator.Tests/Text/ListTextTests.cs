using Eliza.Runtime.Text;

namespace Eliza.Generator.Tests.Text;

public sealed class ListTextTests
{
    [Theory]
    [InlineData("I’m", "I'M")]
    [InlineData("‘a`b\"c«d»e‚f‛g“h”i„j‟k‹l›m", " A B C D E F G H I J K L M")]
    [InlineData("no! why?", "NO. WHY.")]
    [InlineData("¡no! ¿why?", " NO.  WHY.")]
    [InlineData("a:b;c–d—e", "A,B,C,D,E")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("ﬀﬁﬂﬃﬄﬅﬆ", "FFFIFLFFIFFLSTST")]
    [InlineData("a\tb\u00A0c…(d)-e--7", "A\tB\u00A0C…(D)-E--7")]
    [InlineData("naïve Æsop я ა", "NAÏVE ÆSOP Я ა")]
    [InlineData("😀𐐨", "😀𐐀")]
    [InlineData("a\uD83Db", "A\uD83DB")]
    public void A_text_is_folded_as_the_list_language_has_it(string text, string folded)
    {
        var buffer = new char[text.Length * ListText.MaxExpansion];
        new string(buffer, 0, ListText.Fold(text, buffer)).ShouldBe(folded);
    }
}
