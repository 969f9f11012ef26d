using System.Net.Http.Json;
using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>Replies do not depend on anything that differs between processes, such as the seed of hash tables.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class ProcessTests(RunningServer one, ProxiedServer other) : IClassFixture<RunningServer>, IClassFixture<ProxiedServer>
{
    private const int LinesOfAConversation = 8;
    private const int Choices = 3;

    [Fact]
    public async Task The_same_messages_get_the_same_choices_in_any_process_in_any_order()
    {
        var conversations = File.ReadLines(Path.Combine(Repository.Root, "scripts/transcripts/doctor-every-reply.tsv"))
            .Select(line => line.Split('\t')[0]).Chunk(LinesOfAConversation).ToList();

        var here = conversations.ConvertAll(lines =>
        {
            var conversation = Scripts.Doctor.Start();
            Array.ForEach(lines[..^1], line => conversation.Advance(line));
            return conversation.Reply(lines[^1]);
        });
        var there = await AskAllAsync(one, conversations);
        var elsewhere = await AskAllAsync(other, Enumerable.Reverse(conversations));

        there.ConvertAll(choices => choices[0]).ShouldBe(here);
        Enumerable.Reverse(elsewhere).ShouldBe(there);
    }

    private static async Task<List<List<string>>> AskAllAsync(RunningServer server, IEnumerable<string[]> conversations)
    {
        var answers = new List<List<string>>();
        foreach (var lines in conversations)
        {
            using var response = await server.Http.PostAsJsonAsync("/v1/chat/completions", new { n = Choices, messages = lines.Select(content => new { role = "user", content }) });
            var completion = await response.Content.ReadFromJsonAsync<JsonElement>();
            answers.Add([.. completion.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("message").GetProperty("content").GetString()!)]);
            answers[^1].Count.ShouldBe(Choices);
        }
        return answers;
    }
}
