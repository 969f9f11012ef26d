using Amazon.Lambda.Core;
using Eliza.Function.RuntimeApi;
using Eliza.Service;

namespace Eliza.Function.Lambda;

/// <summary>
/// The function as an ordinary class-library handler on AWS's runtime <c>dotnet10</c>:
/// <c>bootstrap::Eliza.Function.Lambda.ManagedHandler::Handle</c>. An event comes as it was sent, so that one of any kind can.
/// </summary>
public sealed class ManagedHandler
{
    // Not AWS's logger: it would put a prefix before each line, and the log is JSON lines.
    private readonly PreparedFunction _function = FunctionStart.Prepare(Environment.GetEnvironmentVariable, StandardOutput.Write);

    /// <summary>Answers one event; a streamed answer goes whole.</summary>
    public Stream Handle(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        using var json = new MemoryStream();
        input.CopyTo(json);
        var response = new Response();
        _function.Handle(new Invocation(context.AwsRequestId, json.ToArray(), DateTimeOffset.UtcNow + context.RemainingTime, context.TraceId), response);
        _function.Log(response);
        return new MemoryStream(new Output().Write(response, isStream: false).ToArray());
    }
}
