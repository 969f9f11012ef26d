using Amazon.Lambda.Core;
using Eliza.Function.RuntimeApi;
using Eliza.Service;

namespace Eliza.Function.Lambda;

/// <summary>
/// The function as an ordinary class-library handler on AWS's runtime <c>dotnet10</c>:
/// <c>bootstrap::Eliza.Function.Lambda.ManagedHandler::Handle</c>. It takes an event as raw bytes, and so takes all kinds of events.
/// </summary>
public sealed class ManagedHandler
{
    // AWS's logger is not used: it puts a prefix before each line, but each line of our log is JSON.
    private readonly PreparedFunction _function = FunctionStart.Prepare(Environment.GetEnvironmentVariable, StandardOutput.Write);

    /// <summary>Answers one event. Even a streamed answer is returned as a whole.</summary>
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
