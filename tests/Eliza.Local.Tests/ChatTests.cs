using Eliza.Local.Tests.Support;

namespace Eliza.Local.Tests;

public class ChatTests
{
    [Fact]
    public async Task Plain_chat_gives_one_line_for_each_line_and_nothing_else()
    {
        string[] lines = ["Men are all alike.", "", "bye", "I am sad.\r", "my crème brûlée", "a\rb", "last"];
        var conversation = Eliza.Function.Scripts.Find("doctor")!.Start();
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
    public async Task Plain_chat_hears_bytes_that_are_not_UTF8_as_replacement_characters()
    {
        using var process = LocalProcess.Start(["chat", "--plain"]);
        await process.StandardInput.BaseStream.WriteAsync((byte[])[.. "my "u8, 0xFF, (byte)'\n']);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync()).ShouldContain("\ufffd");
    }

    [Fact]
    public async Task A_conversation_begins_with_the_greeting_and_ends_with_a_last_word()
    {
        var (exitCode, output, _) = await LocalProcess.RunAsync("hello\nquit\nnever heard\n", "chat");
        var script = Eliza.Function.Scripts.Find("doctor")!;
        output.ShouldStartWith(script.Greeting);
        output.ShouldEndWith($"> {script.Farewell}\n");
        output.Split("> ").Length.ShouldBe(3);
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_user_who_just_leaves_is_bidden_farewell()
    {
        var (exitCode, output, _) = await LocalProcess.RunAsync("hello\n", "chat", "--model", "DOCTOR");
        output.ShouldEndWith($"> \n{Eliza.Function.Scripts.Find("doctor")!.Farewell}\n");
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
