using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Cli.Editing.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Eliza.Cli.Editing;

/// <summary>The messages of one editor. A message that cannot be read is answered with an error, and the next one is read.</summary>
internal sealed class Connection(IJsonRpcMessageHandler messages, Func<string, (int Code, string Reason)?> objection) : JsonRpc(messages)
{
    /// <summary>How messages are written.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = false,
        Converters = { new LenientNumbers() },
    };

    /// <summary>A connection over two streams.</summary>
    /// <param name="output">Where messages go.</param>
    /// <param name="input">Where messages come from.</param>
    /// <param name="objection">Gives the reason why a method cannot be called now, or null.</param>
    public static Connection Over(Stream output, Stream input, Func<string, (int Code, string Reason)?> objection) =>
        new(new PatientMessages(PipeWriter.Create(output), PipeReader.Create(input), new SystemTextJsonFormatter { JsonSerializerOptions = Json }), objection);

    protected override ValueTask<JsonRpcMessage> DispatchRequestAsync(JsonRpcRequest request, TargetMethod targetMethod, CancellationToken cancellationToken) =>
        objection(request.Method ?? "") is var (code, reason)
            ? new(new JsonRpcError { RequestId = request.RequestId, Error = new() { Code = (JsonRpcErrorCode)code, Message = reason } })
            : base.DispatchRequestAsync(request, targetMethod, cancellationToken);

    /// <summary>Reads on after a message that is no JSON, or not one of the protocol.</summary>
    private sealed class PatientMessages(PipeWriter writer, PipeReader reader, SystemTextJsonFormatter formatter) : HeaderDelimitedMessageHandler(writer, reader, formatter)
    {
        protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                try
                {
                    return await base.ReadCoreAsync(cancellationToken);
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or NotSupportedException)
                {
                    var answer = new JsonRpcError { RequestId = RequestId.Null, Error = new() { Code = JsonRpcErrorCode.ParseError, Message = "This is no message of JSON-RPC 2.0." } };
                    await WriteAsync(answer, cancellationToken);
                }
            }
        }
    }
}
