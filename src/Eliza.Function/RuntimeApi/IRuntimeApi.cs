namespace Eliza.Function.RuntimeApi;

/// <summary>The Runtime API, version 2018-06-01: it gives invocations to the function and takes the answers.</summary>
/// <remarks>Every method throws <see cref="RuntimeApiException"/> if the process cannot continue.</remarks>
internal interface IRuntimeApi
{
    /// <summary>Waits without a limit for the next invocation.</summary>
    Invocation Next();

    /// <summary>Answers an invocation.</summary>
    /// <returns>Whether the answer was accepted. An answer above 6 MB or after the deadline is not.</returns>
    bool Respond(Invocation invocation, ReadOnlySpan<byte> response);

    /// <summary>Starts an answer in pieces. The stream must be ended before anything else is sent.</summary>
    IResponseStream Stream(Invocation invocation);

    /// <summary>Reports that an invocation failed.</summary>
    void ReportError(Invocation invocation, FunctionError error);

    /// <summary>Reports that the function cannot start. The process must exit then.</summary>
    void ReportInitError(FunctionError error);
}
