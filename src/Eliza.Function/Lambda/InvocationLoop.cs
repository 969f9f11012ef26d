using System.Runtime.InteropServices;
using Eliza.Service;
using Eliza.Service.Logging;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Lambda;

/// <summary>The life of a function: it starts, then answers one invocation after the other until Lambda ends the process.</summary>
/// <param name="api">Gives invocations and takes answers.</param>
/// <param name="log">Takes errors of this loop; the handler logs requests.</param>
internal sealed class InvocationLoop(IRuntimeApi api, LogSink log)
{
    // 128 and the number of the signal, as for a process that does not catch it.
    private const int TerminatedExitCode = 143;

    private readonly Response _response = new();
    private readonly Output _output = new();
    private readonly Lock _turn = new();

    /// <summary>Runs until the process ends. It returns only if the start fails, with an exit code.</summary>
    /// <param name="start">Prepares the function. If it throws, the exception is reported as the reason.</param>
    /// <exception cref="RuntimeApiException">The Runtime API is lost.</exception>
    public int Run(Func<PreparedFunction> start)
    {
        PreparedFunction function;
        try
        {
            function = start();
        }
        catch (Exception fault)
        {
            FaultRecord.Write(requestId: null, fault.Message, log);
            api.ReportInitError(FunctionError.From(fault));
            return 1;
        }

        PosixSignalRegistration? termination = null;
        try
        {
            while (true)
            {
                var invocation = api.Next();
                lock (_turn)
                    Answer(function, invocation);
                // Registered after the first answer, because it would make that answer a fifth slower.
                termination ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate);
            }
        }
        finally
        {
            termination?.Dispose();
        }
    }

    // This runs on another thread. An invocation in progress is finished first.
    private void Terminate(PosixSignalContext signal)
    {
        lock (_turn)
            Environment.Exit(TerminatedExitCode);
    }

    private void Answer(PreparedFunction function, Invocation invocation)
    {
        // Tracing libraries read this variable.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        bool isStream;
        ReadOnlySpan<byte> output;
        try
        {
            isStream = function.Handle(invocation, _response);
            output = _output.Write(_response, isStream);
        }
        catch (Exception fault)
        {
            FaultRecord.Write(invocation.RequestId, fault.Message, log);
            api.ReportError(invocation, FunctionError.From(fault));
            return;
        }

        bool isAccepted;
        try
        {
            isAccepted = isStream ? Stream(invocation, output) : api.Respond(invocation, output);
        }
        finally
        {
            function.Log(_response);
        }
        if (!isAccepted)
            FaultRecord.Write(invocation.RequestId, "The Lambda Runtime API refused the response: it is too large or came too late.", log);
    }

    private bool Stream(Invocation invocation, ReadOnlySpan<byte> prelude)
    {
        var stream = api.Stream(invocation);
        try
        {
            stream.Write(prelude);
            if (!_response.IsStreamed && !_response.Body.IsEmpty)
                stream.Write(_response.Body.Span);
            for (int chunk = 0; chunk < _response.ChunkCount; chunk++)
                stream.Write(_response.Chunk(chunk).Span);
        }
        catch (Exception fault) when (fault is not RuntimeApiException)
        {
            FaultRecord.Write(invocation.RequestId, fault.Message, log);
            return stream.End(FunctionError.From(fault));
        }
        return stream.End();
    }
}
