using System.Text;
using Eliza.Function.RuntimeApi;
using Eliza.Function.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Fuzzing;

/// <summary>For any answer of the Runtime API, the client understands it or throws its own exception. It throws no other one and never hangs.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class RuntimeApiFuzz
{
    private static readonly string[] Good =
    [
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nLambda-Runtime-Deadline-Ms: 1\r\nContent-Length: 11\r\n\r\n{\"a\":\"b c\"}",
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n6;x=y\r\n\"b c\"}\r\n0\r\nA-Trailer: 1\r\n\r\n",
    ];

    private static readonly string[] Words =
    [
        "HTTP/1.1 ", "HTTP/1.0 ", "200 OK", "100 Continue", "500 ", "\r\n", "\r\n\r\n", "\n", ":", "Lambda-Runtime-Aws-Request-Id: 1\r\n", "Lambda-Runtime-Deadline-Ms: ",
        "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "0\r\n\r\n", "5\r\nhello\r\n", "FFFFFFFF\r\n", "{}",
    ];

    [Fact]
    public void Answers() => Fuzz.Try(2_000, Answer, Understand);

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Understand);

    private static void Understand(byte[] answer)
    {
        using var server = new RawRuntimeApi(Encoding.Latin1.GetString(answer));
        using var client = new RuntimeApiClient(server.Address);
        try
        {
            client.Next().RequestId.ShouldNotBeNullOrEmpty();
        }
        catch (RuntimeApiException e)
        {
            e.Message.ShouldNotBeNullOrEmpty();
        }
    }

    private static byte[] Answer(Random dice)
    {
        var answer = Good[dice.Next(Good.Length)];
        for (var edits = dice.Next(1, 4); edits > 0; edits--)
        {
            var place = dice.Next(answer.Length + 1);
            answer = dice.Next(3) switch
            {
                0 => answer.Insert(place, OddText.Next(dice, Words, 10)),
                1 => answer.Remove(place, Math.Min(dice.Next(20), answer.Length - place)),
                _ => answer[..place] + (char)dice.Next(256) + answer[Math.Min(place + 1, answer.Length)..],
            };
        }
        return Encoding.UTF8.GetBytes(dice.Next(5) == 0 ? OddText.Next(dice, Words, 60) : answer);
    }
}
