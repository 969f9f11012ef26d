namespace Eliza.Function.RuntimeApi;

/// <summary>An answer that is sent in pieces.</summary>
internal interface IResponseStream
{
    /// <summary>Sends a piece immediately.</summary>
    void Write(ReadOnlySpan<byte> piece);

    /// <summary>Ends the answer. With an <paramref name="error"/> the answer counts as failed.</summary>
    /// <returns>Whether the answer was accepted.</returns>
    bool End(FunctionError? error = null);
}
