namespace Eliza.Service.Contract;

/// <summary>Ends the work on a request with an error for the client.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
