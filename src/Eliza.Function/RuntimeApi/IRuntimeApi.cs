namespace Eliza.Function.RuntimeApi;

/// <summary>What Lambda asks of a function and is told by it: the Runtime API, version 2018-06-01.</summary>
/// <remarks>Every method throws <see cref="RuntimeApiException"/> when the process cannot go on.</remarks>
internal interface IRuntimeApi
{
    /// <summary>Waits for the next invocation, however long that takes.</summary>
    Invocation Next();

    /// <summary>Answers an invocation.</summary>
    /// <returns>Whether the answer was accepted; one above 6 MB, or too late, is not.</returns>
    bool Respond(Invocation invocation, ReadOnlySpan<byte> response);

    /// <summary>Begins to answer an invocation piece by piece. The stream is to be ended before anything else is sent.</summary>
    IResponseStream Stream(Invocation invocation);

    /// <summary>Reports that an invocation failed.</summary>
    void ReportError(Invocation invocation, FunctionError error);

    /// <summary>Reports that the function cannot start; the process is to exit then.</summary>
    void ReportInitError(FunctionError error);
}

/// <summary>An answer that leaves piece by piece.</summary>
internal interface IResponseStream
{
    /// <summary>Sends a piece at once.</summary>
    void Write(ReadOnlySpan<byte> piece);

    /// <summary>Ends the answer; if <paramref name="error"/> is given, as one that failed on the way.</summary>
    /// <returns>Whether the answer was accepted.</returns>
    bool End(FunctionError? error = null);
}
