using System.Text;
using System.Text.Json.Nodes;

namespace Eliza.Function.Tests.Lex;

/// <summary>Events of a Lex V2 bot.</summary>
internal static class LexEvents
{
    /// <summary>An event with a line of the user.</summary>
    /// <param name="line">The line.</param>
    /// <param name="attributes">The session's attributes; null if there are none.</param>
    /// <param name="change">Changes the event before it is sent.</param>
    public static byte[] Says(string line, JsonNode? attributes = null, Action<JsonNode>? change = null)
    {
        var sent = JsonNode.Parse(
            """
            {"messageVersion":"1.0","invocationSource":"FulfillmentCodeHook","inputMode":"Text","responseContentType":"text/plain; charset=utf-8",
             "sessionId":"testuser","inputTranscript":"","invocationLabel":null,
             "bot":{"id":"ABCDEFGHIJ","name":"eliza","aliasId":"TSTALIASID","aliasName":"live","localeId":"en_US","version":"1"},
             "interpretations":[{"interpretationSource":"Lex","intent":{"name":"FallbackIntent","slots":{},"state":"ReadyForFulfillment"},"nluConfidence":{"score":0.9}}],
             "requestAttributes":null,
             "sessionState":{"activeContexts":[],"originatingRequestId":"7e2fe9c2-1a1c-4b1f-a1ab-3d0c9e8a7d56",
              "intent":{"name":"FallbackIntent","state":"ReadyForFulfillment","confirmationState":"None","slots":{}}},
             "transcriptions":[{"transcription":"","transcriptionConfidence":1.0,"resolvedContext":{"intent":"FallbackIntent"},"resolvedSlots":{}}]}
            """)!;
        sent["inputTranscript"] = line;
        if (attributes is not null)
            sent["sessionState"]!["sessionAttributes"] = attributes.DeepClone();
        change?.Invoke(sent);
        return Encoding.UTF8.GetBytes(sent.ToJsonString());
    }

    /// <summary>The texts of an answer, joined.</summary>
    public static string Reply(JsonNode answer) =>
        string.Join(' ', (answer["messages"] as JsonArray ?? []).Select(message => message!["content"]!.GetValue<string>()));
}
