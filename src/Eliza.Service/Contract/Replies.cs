using Eliza.Service.Contract.Models;
using Eliza.Service.Logging;

namespace Eliza.Service.Contract;

/// <summary>Makes the answer to a valid request of any contract.</summary>
internal sealed class Replies(TimeProvider clock, Func<string> newId)
{
    /// <summary>Answers each conversation, once for every choice.</summary>
    /// <param name="models">The models.</param>
    /// <param name="parameters">The parameters of the request.</param>
    /// <param name="conversations">At least one. Their buffers are returned.</param>
    /// <param name="record">Takes what is logged.</param>
    /// <exception cref="ApiException">There is no such model.</exception>
    public Answer Answer(ModelCatalog models, Parameters parameters, ReadOnlySpan<UserLines> conversations, RequestRecord record)
    {
        var script = models.Find(parameters.Model);
        record.Model = parameters.Model ?? script.Name;
        record.IsStreamed = parameters.IsStreamed;
        var share = Limits.ReplyCharacters / (conversations.Length * parameters.Choices);
        var replies = new Reply[conversations.Length * parameters.Choices];
        var words = 0;
        for (var i = 0; i < conversations.Length; i++)
        {
            Reply.To(conversations[i], script, parameters, share, replies.AsSpan(i * parameters.Choices, parameters.Choices));
            words += conversations[i].WordCount;
            record.Received?.Take(conversations[i]);
            conversations[i].Dispose();
        }
        record.Reply = replies[0].Text;
        return new Answer(newId(), clock.GetUtcNow().ToUnixTimeSeconds(), record.Model, replies, words);
    }
}
