using Eliza.Function.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Function.Tests.Laws;

/// <summary>However a reply is asked for, it is the reply of the script to the lines of the user.</summary>
public class Sameness
{
    private static readonly Eliza.Runtime.Script Doctor = Eliza.Function.Scripts.All.Single(script => script.Name == "doctor");

    private readonly Service _service = new(scripts: [Doctor]);

    private static Gen<string[]> Lines { get; } =
        from count in Gen.Choose(1, 6)
        from lines in Gen.OneOf(
            Gen.Elements("Hello.", "My father is afraid of me.", "I am sad, but you are not.", "You hate me!", "Computers", "Why?", "yes", "", "bye", "If I could dream"),
            from words in Gen.Elements("I", "my", "you", "are", "mother", "because", "dream", "é", "😀", ",", "...", "Everybody").ArrayOf(5)
            select string.Join(' ', words)).ArrayOf(count)
        select lines;

    [Fact]
    public void The_reply_is_that_of_a_conversation_with_the_script() =>
        Check(Lines, lines =>
        {
            var conversation = Doctor.Start();
            var replies = lines.Select(line => conversation.Reply(line)).ToList();
            _service.Send(Request.Says(lines)).Reply().ShouldBe(replies[^1]);
        });

    [Fact]
    public void A_stream_is_the_whole_reply_in_pieces() =>
        Check(
            from lines in Lines
            from n in Gen.Choose(1, 3)
            from most in Gen.Choose(1, 12)
            from stop in Gen.Elements("\"you\"", "[\" \", \"zz\"]", "null")
            select (lines, members: $"\"n\": {n}, \"max_tokens\": {most}, \"stop\": {stop}, \"messages\": {Request.Messages(lines)}"),
            asked =>
            {
                var whole = _service.Send(Request.Chat(asked.members));
                var streamed = _service.Send(Request.Chat($"\"stream\": true, {asked.members}")).StreamedReplies();
                for (var i = 0; i < streamed.Count; i++)
                    streamed[i].ShouldBe(whole.Reply(i));
                streamed.Count.ShouldBe(whole.Json().GetProperty("choices").GetArrayLength());
            });

    [Fact]
    public void The_first_of_n_choices_is_the_reply_that_is_given_alone() =>
        Check(Lines, lines =>
            _service.Send(Request.Chat($"\"n\": 3, \"messages\": {Request.Messages(lines)}")).Reply(0)
                .ShouldBe(_service.Send(Request.Says(lines)).Reply()));

    [Fact]
    public void Every_contract_gives_the_same_reply() =>
        Check(Lines, lines =>
        {
            var reply = _service.Send(Request.Says(lines)).Reply();
            _service.Send(Request.Post("/chat", $$"""{"messages": {{Request.Messages(lines)}}}"""))
                .Json().GetProperty("content").GetString().ShouldBe(reply);
            _service.Send(Request.Post("/v1/responses", $$"""{"input": {{Request.Messages(lines)}}}"""))
                .Json().GetProperty("output")[0].GetProperty("content")[0].GetProperty("text").GetString().ShouldBe(reply);
        });

    [Fact]
    public void Requests_that_are_answered_at_the_same_time_do_not_disturb_each_other()
    {
        var alone = Enumerable.Range(0, 64).Select(Ask).ToArray();
        var together = new string[64];
        Parallel.For(0, 64, i => together[i] = Ask(i));
        together.ShouldBe(alone);

        string Ask(int i) =>
            new Service(scripts: [Doctor]).Send(Request.Says([.. Enumerable.Repeat($"My cat number {i} is old.", i % 5), $"I am {i}."])).Reply();
    }

    private static void Check<T>(Gen<T> cases, Action<T> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
