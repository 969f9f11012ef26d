using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

[Trait(TestCategory.Name, TestCategory.Slow)]
public class ChatTests
{
    [Fact]
    public async Task Plain_chat_gives_one_line_for_each_line_and_nothing_else()
    {
        string[] lines = ["Men are all alike.", "", "bye", "I am sad.\r", "my crème brûlée", "a\rb", "last"];
        var conversation = Scripts.Find("doctor")!.Start();
        var expected = string.Concat(lines.Select(line => conversation.Reply(line.TrimEnd('\r')) + "\n"));

        var (exitCode, output, error) = await LocalProcess.RunAsync(string.Join('\n', lines), "chat", "--plain");

        output.ShouldBe(expected);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Plain_chat_of_no_lines_says_nothing() =>
        (await LocalProcess.RunAsync("", "chat", "--plain")).ShouldBe((0, "", ""));

    [Fact]
    public async Task Plain_chat_hears_a_byte_that_is_not_UTF8_as_a_replacement_character_which_separates_words()
    {
        using var process = LocalProcess.Start(["chat", "--plain"]);
        await process.StandardInput.BaseStream.WriteAsync((byte[])[.. "my a"u8, 0xFF, .. "b\n"u8]);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync()).ShouldContain("your a b");
    }

    [Fact]
    public async Task A_conversation_begins_with_the_greeting_and_ends_with_a_last_word()
    {
        var (exitCode, output, _) = await LocalProcess.RunAsync("hello\nquit\nnever heard\n", "chat");
        var script = Scripts.Find("doctor")!;
        output.ShouldStartWith(script.Greeting);
        output.ShouldEndWith($"> {script.Farewell}\n");
        output.Split("> ").Length.ShouldBe(3);
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_user_who_just_leaves_is_bidden_farewell()
    {
        var (exitCode, output, _) = await LocalProcess.RunAsync("hello\n", "chat", "--model", "DOCTOR");
        output.ShouldEndWith($"> \n{Scripts.Find("doctor")!.Farewell}\n");
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--plain")]
    [InlineData("chat", "--urls", "http://127.0.0.1:0")]
    [InlineData("chat", "--model")]
    [InlineData("chat", "--model", "nobody")]
    [InlineData("chat", "hello")]
    [InlineData("--urls")]
    [InlineData("--urls", "nonsense")]
    public async Task A_command_line_that_makes_no_sense_gets_one_clear_line_and_exit_code_2(params string[] arguments)
    {
        var (exitCode, output, error) = await LocalProcess.RunAsync("", arguments);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd('\n').ShouldNotBeEmpty();
        error.TrimEnd('\n').ShouldNotContain('\n');
    }
}
