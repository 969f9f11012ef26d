using System.Text.Json;
using Eliza.Editing.Tests.Support;
using StreamJsonRpc;

namespace Eliza.Editing.Tests;

/// <summary>The start and end of a server, and its answers to invalid messages.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_server_tells_its_name_and_that_it_takes_changes()
    {
        await using var editor = Editor.NotInitialized();
        var answer = await editor.AskAsync<JsonElement>("initialize", new { processId = (int?)null, rootUri = (string?)null, capabilities = new { } });

        answer.GetProperty("serverInfo").GetProperty("name").GetString().ShouldBe("eliza");
        answer.GetProperty("capabilities").GetProperty("textDocumentSync").GetProperty("change").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_asked_too_early_or_twice_is_refused()
    {
        await using var editor = Editor.NotInitialized();
        (await RefusalAsync(editor, "shutdown")).ShouldBe(-32002);
        await editor.AskAsync<JsonElement>("initialize", new { processId = (int?)null, capabilities = new { } });
        (await RefusalAsync(editor, "initialize", new { processId = (int?)null, capabilities = new { } })).ShouldBe(-32600);
    }

    [Fact]
    public async Task What_is_not_known_is_refused_and_the_server_goes_on()
    {
        await using var editor = await Editor.StartAsync();
        (await RefusalAsync(editor, "textDocument/sing")).ShouldBe(-32601);
        await editor.TellAsync("$/setTrace", new { value = "verbose" });
        await editor.TellAsync("workspace/didChangeConfiguration", new { settings = new { } });
        await editor.AskAsync<object?>("shutdown");
    }

    [Fact]
    public async Task A_goodbye_and_then_the_end_is_a_good_end()
    {
        await using var editor = await Editor.StartAsync();
        await editor.AskAsync<object?>("shutdown");
        (await RefusalAsync(editor, "initialize", new { capabilities = new { } })).ShouldBe(-32600);
        await editor.TellAsync("exit");
        (await editor.EndAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task An_end_without_a_goodbye_is_a_bad_end()
    {
        await using var editor = await Editor.StartAsync();
        await editor.TellAsync("exit");
        (await editor.EndAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":7}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didClose\",\"params\":{\"textDocument\":null}}")]
    public async Task A_message_that_makes_no_sense_costs_nothing_but_itself(string content)
    {
        await using var editor = await Editor.WithAsync("key: a");
        await editor.WriteAsync($"Content-Length: {content.Length}\r\n\r\n{content}");
        await editor.TypeAsync("b", (0, 6));
        (await editor.FindingsAsync()).ShouldContain(finding => finding.Message.Contains("'ab'"));
    }

    private static async Task<int> RefusalAsync(Editor editor, string method, object? parameters = null) => await Should.ThrowAsync<RemoteRpcException>(editor.AskAsync<JsonElement>(method, parameters)) switch
    {
        RemoteMethodNotFoundException => -32601,
        RemoteInvocationException refusal => refusal.ErrorCode,
        var other => throw other,
    };
}
