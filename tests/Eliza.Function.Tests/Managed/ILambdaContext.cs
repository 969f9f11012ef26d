namespace Amazon.Lambda.Core;

/// <summary>The part of the interface in AWS's package <c>Amazon.Lambda.Core</c> 3.2.0 that our handler uses.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    TimeSpan RemainingTime { get; }

    string TraceId { get; }
}
