namespace Amazon.Lambda.Core;

/// <summary>As much of the interface of AWS's package <c>Amazon.Lambda.Core</c> 3.2.0 as our handler uses.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    TimeSpan RemainingTime { get; }

    string TraceId { get; }
}
