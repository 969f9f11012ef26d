using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Eliza.Service;
using Eliza.Function.RuntimeApi;

[assembly: LambdaSerializer(typeof(CamelCaseLambdaJsonSerializer))]

namespace Eliza.Function.Lambda;

/// <summary>
/// The function as an ordinary class-library handler on AWS's runtime <c>dotnet10</c>, with AWS's own types:
/// <c>bootstrap::Eliza.Function.Lambda.ManagedHandler::Handle</c>.
/// </summary>
public sealed class ManagedHandler
{
    private readonly CamelCaseLambdaJsonSerializer _serializer = new();

    // Not AWS's logger: it would put a prefix before each line, and the log is JSON lines.
    private readonly PreparedFunction _function = FunctionStart.Prepare(Environment.GetEnvironmentVariable, StandardOutput.Write);

    /// <summary>Answers one event; a streamed answer goes whole.</summary>
    public APIGatewayHttpApiV2ProxyResponse Handle(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var json = new MemoryStream();
        _serializer.Serialize(request, json);
        var response = new Response();
        _function.Handle(new Invocation(context.AwsRequestId, json.ToArray(), DateTimeOffset.UtcNow + context.RemainingTime, context.TraceId), response);
        _function.Log(response);
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = response.Status,
            Headers = response.Headers.ToDictionary(header => header.Name, header => header.Value),
            Body = response.IsBinary ? Convert.ToBase64String(response.Body.Span) : Encoding.UTF8.GetString(response.Body.Span),
            IsBase64Encoded = response.IsBinary,
        };
    }
}
