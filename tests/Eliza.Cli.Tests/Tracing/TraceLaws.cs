using Eliza.Cli.Tracing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Cli.Tests.Tracing;

public sealed class TraceLaws
{
    public static TheoryData<string> Models => [.. Scripts.All.Select(script => script.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_traced_conversation_is_the_same_as_one_without_a_trace(string model)
    {
        var script = Scripts.Find(model)!;
        var map = Scripts.MapOf(script)!;
        Prop.ForAll(RandomTalk.Lines, lines =>
        {
            var (plain, traced) = (script.Start(), script.Start());
            foreach (var line in lines)
            {
                var trace = ReplyTrace.Of(traced, line, map);
                trace.Reply.ShouldBe(plain.Reply(line));
                traced.State.ShouldBe(plain.State);
                traced.IsOver.ShouldBe(plain.IsOver);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Components_lie_side_by_side_and_cover_the_clause(string model)
    {
        var script = Scripts.Find(model)!;
        var map = Scripts.MapOf(script)!;
        Prop.ForAll(RandomTalk.Lines, lines =>
        {
            var conversation = script.Start();
            foreach (var line in lines) conversation.Reply(line, new PlaceChecker(map));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_reply_without_a_last_resort_has_a_step_that_says_where_it_comes_from(string model)
    {
        var script = Scripts.Find(model)!;
        var map = Scripts.MapOf(script)!;
        Prop.ForAll(RandomTalk.Lines, lines =>
        {
            var conversation = script.Start();
            foreach (var line in lines) ReplyTrace.Of(conversation, line, map).Steps[^1].Kind.ShouldBeOneOf(StepKind.Chosen, StepKind.Reflected, StepKind.FellBack);
        }).QuickCheckThrowOnFailure();
    }
}
