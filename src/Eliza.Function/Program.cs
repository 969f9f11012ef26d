using Eliza.Function.Lambda;
using Eliza.Service.Logging;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function;

internal static class Program
{
    private static int Main()
    {
        try
        {
            using var api = new RuntimeApiClient(Environment.GetEnvironmentVariable(RuntimeApiClient.AddressVariable));
            var loop = new InvocationLoop(api, StandardOutput.Write);
            return loop.Run(() => FunctionStart.Prepare(Environment.GetEnvironmentVariable, StandardOutput.Write));
        }
        catch (RuntimeApiException lost)
        {
            FaultRecord.Write(requestId: null, lost.Message, StandardOutput.Write);
            return 1;
        }
    }
}
