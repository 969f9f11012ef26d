using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Eliza.Generator.Language;
using Eliza.Generator.Model;
using Eliza.Generator.Tests.Support;
using Eliza.Runtime.Text;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>The tables of words are right on every machine, little-endian or big-endian.</summary>
public sealed partial class TablesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_word_is_found_whichever_byte_of_a_number_the_machine_puts_first(bool isLittleEndian)
    {
        var text = Repository.Script("doctor") + "\npre: otorhinolaryngologist doctor\npre: naïvely naïve\npre: 𐐨𐐩𐐪𐐫𐐬 five\n";
        var model = ModelBuilder.Build(ScriptFrontEnd.Read(text, CancellationToken.None).Syntax, CancellationToken.None);
        var slots = Slots().Match(new Project(("doctor", text)).Generate().File("Scripts.Doctor.g.cs")).Groups[1].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();

        for (var number = 1; number <= model.Words.Count; number++)
        {
            if (model.Words[number - 1].Text.Length == 0) continue; // xnone and classes, which have no word
            var place = WordHash.Slot(Hash(model.Words[number - 1].Text, isLittleEndian), (int)Math.Log2(slots.Length));
            while (slots[place] != number)
            {
                slots[place].ShouldNotBe(0, customMessage: model.Words[number - 1].Text);
                place = (place + 1) % slots.Length;
            }
        }
    }

    /// <summary>The hash of a word on such a machine, which reads four characters of its memory as one number.</summary>
    private static ulong Hash(string word, bool isLittleEndian)
    {
        var memory = new byte[2 * WordHash.Head];
        for (var index = 0; index < WordHash.Head; index++)
        {
            var character = index < word.Length ? word[index] : WordHash.Filler;
            if (isLittleEndian) BinaryPrimitives.WriteUInt16LittleEndian(memory.AsSpan(2 * index), character);
            else BinaryPrimitives.WriteUInt16BigEndian(memory.AsSpan(2 * index), character);
        }

        ulong Half(int start) => WordHash.Half(
            isLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(memory.AsSpan(start)) : BinaryPrimitives.ReadUInt64BigEndian(memory.AsSpan(start)), isLittleEndian);
        var hash = WordHash.Of(Half(0), Half(WordHash.Head));
        return word.Length > WordHash.Head ? WordHash.Add(hash, word.AsSpan(WordHash.Head)) : hash;
    }

    [GeneratedRegex(@"ReadOnlySpan<int> Slots =>\s*\[([^\]]*)\]")]
    private static partial Regex Slots();
}
