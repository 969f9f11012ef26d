using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Faults;

/// <summary>A client that misbehaves does not affect other clients.</summary>
[Collection(SharedServer.Name)]
public sealed class ClientTests(RunningServer server)
{
    private static readonly string Long = RawClient.Chat(string.Concat(Enumerable.Repeat("my cat is old ", 2_000)), "\"stream\":true,\"n\":128,");

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task One_that_leaves_in_the_middle_of_a_stream()
    {
        for (var i = 0; i < 50; i++)
        {
            using var client = await RawClient.ConnectAsync(server.Url);
            await client.SendAsync(Long);
            (await client.ReadSomeAsync()).ShouldBeGreaterThan(0);
            client.Reset();
        }
        await AnswersAsync();
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task One_that_leaves_before_the_answer()
    {
        for (var i = 0; i < 50; i++)
        {
            using var client = await RawClient.ConnectAsync(server.Url);
            await client.SendAsync(Long);
            client.Reset();
        }
        await AnswersAsync();
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task One_that_sends_half_a_body_and_no_more_is_told_that_it_took_too_long()
    {
        var (status, _) = await RawClient.AskAsync(server.Url, "POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"messages\"");
        status.ShouldBe(408);
        await AnswersAsync();
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task One_whose_headers_never_end_is_told_that_it_took_too_long()
    {
        var (status, _) = await RawClient.AskAsync(server.Url, "POST /chat HTTP/1.1\r\nHost: localhost\r\nX-Slow");
        status.ShouldBe(408);
        await AnswersAsync();
    }

    [Fact]
    public async Task One_that_ends_in_the_middle_of_the_body_is_left_without_an_answer()
    {
        using var client = await RawClient.ConnectAsync(server.Url);
        await client.SendAsync("POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"messages\"");
        client.EndSending();
        (await client.ReadToEndAsync()).ShouldBeEmpty();
        await AnswersAsync();
    }

    [Fact]
    public async Task One_that_sends_byte_after_byte_is_answered()
    {
        using var client = await RawClient.ConnectAsync(server.Url);
        foreach (var character in RawClient.Chat("hello"))
            await client.SendAsync(character.ToString());
        RawClient.StatusOf(System.Text.Encoding.UTF8.GetString(await client.ReadToEndAsync())).ShouldBe(200);
    }

    private async Task AnswersAsync() => (await RawClient.AskAsync(server.Url, RawClient.Chat("hello"))).Status.ShouldBe(200);
}
