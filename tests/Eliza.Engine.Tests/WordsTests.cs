using Eliza.Engine.Tests.Support;
using Eliza.Plain;

namespace Eliza.Engine.Tests;

/// <summary>Words are understood in any writing system, and with the habits of chats.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("hola", "¡Hola!")]
    [InlineData("hola", "—¿Qué tal? —¡Hola, amigo!")]
    [InlineData("niño", "el NIN\u0303O")]
    [InlineData("你好", "你好。")]
    [InlineData("你好", "“你好”，王先生！")]
    [InlineData("你好", "嗯……你好")]
    [InlineData("こんにちは", "こんにちは、ねこさん。")]
    [InlineData("がく", "か\u3099く")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8!")]
    [InlineData("مرحبا", "مرحبا، كيف حالك؟")]
    [InlineData("شکریہ", "شکریہ۔")]
    [InlineData("شکریہ", "\u202Bشکریہ\u202C")]
    [InlineData("می‌خواهم", "من میخواهم")]
    [InlineData("istiyorum", "İstiyorum")]
    [InlineData("ISTIYORUM", "ıstiyorum")]
    [InlineData("kız", "KIZ")]
    [InlineData("οδός", "Η ΟΔΌΣ;")]
    [InlineData("γεια", "«Γεια!»")]
    [InlineData("გული", "ᲩᲔᲛᲘ ᲒᲣᲚᲘ")]
    [InlineData("հա", "Հա՝ այո։")]
    [InlineData("դու", "դու՞")]
    [InlineData("ሰላም", "ሰላም፡ወዳጄ።")]
    [InlineData("नमस्ते", "नमस्ते।")]
    [InlineData("हिंदी", "मैं हिंदी बोलता हूँ")]
    [InlineData("मन", "मेरा मन")]
    [InlineData("क़लम", "\u0958लम")]
    [InlineData("привет", "ПРИВЕТ!!!")]
    [InlineData("мой", "МОИ\u0306 кот")]
    [InlineData("𞤸𞤢", "𞤖𞤀")]
    [InlineData("sad", "I am **sad**😢")]
    [InlineData("sad", "I am _sad_")]
    [InlineData("sad", "# Sad")]
    [InlineData("sad", "happy/sad")]
    [InlineData("sad", "~~happy~~ `sad`")]
    [InlineData("sad", "[sad](https://example.org)")]
    [InlineData("sad", "sa\u00ADd")]
    [InlineData("sad", "sad\u200B")]
    [InlineData("sad", "sad❤️")]
    [InlineData("sad", "👩‍👩‍👧sad🏳️‍🌈")]
    [InlineData("7.30", "at 7.30.")]
    [InlineData("50.00", "$50.00")]
    [InlineData("1,000", "1,000!")]
    [InlineData("10:30", "It is 10:30: late.")]
    [InlineData("٣:٣٠", "٣:٣٠")]
    [InlineData("7", "7.")]
    [InlineData("v2.0", "v2.0")]
    [InlineData("i'm", "I’m 'here'")]
    [InlineData("here", "I’m 'here'")]
    [InlineData("x-ray", "X‑RAY")]
    [InlineData("well", "well--you know")]
    [InlineData("know", "well--you know")]
    [InlineData("rock", "rock-'n'-roll")]
    [InlineData("5", "-5")]
    public void A_keyword_is_heard(string keyword, string line) => Replies(keyword, line).ShouldAllBe(reply => reply == "Heard.");

    [Theory]
    [InlineData("好", "你好。")] // a language without blanks has its clause as one word
    [InlineData("की", "कि")] // a vowel sign is part of the word
    [InlineData("मन", "मान")]
    [InlineData("7", "at 7.30")]
    [InlineData("30", "at 7.30")]
    [InlineData("sad", "sad-looking")]
    [InlineData("m", "I'm")]
    public void What_is_another_word_is_not_heard(string keyword, string line) => Replies(keyword, line).ShouldAllBe(reply => reply == "Go on.");

    [Theory]
    [InlineData("I am **sad**😢", "sad")]
    [InlineData("I am 'sad'", "sad")]
    [InlineData("I am at 7.30", "at 7.30")]
    [InlineData("I am well--really", "well")]
    [InlineData("I am here - now", "here")]
    [InlineData("I am here -now", "here now")]
    [InlineData("I am (very) sad… and so", "very sad")]
    [InlineData("I am cafe\u0301 owner", "café owner")]
    public void A_component_is_shown_as_the_user_spelt_its_words(string line, string shown)
    {
        const string Script = "initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: Go on.\nkey: i\ndecomp: i am *\nreasmb: How long have you been (1)?";
        TestScripts.Compile(Script).Start().Reply(line).ShouldBe($"How long have you been {shown}?");
        Talker.With(Script).Reply(line).ShouldBe($"How long have you been {shown}?");
    }

    /// <summary>The replies of the compiled script and of the plain interpreter.</summary>
    private static string[] Replies(string keyword, string line)
    {
        var script = $"initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: Go on.\nkey: {keyword}\ndecomp: *\nreasmb: Heard.";
        return [TestScripts.Compile(script).Start().Reply(line), Talker.With(script).Reply(line)];
    }
}
