using Eliza.Function.Lambda;
using Eliza.Function.Logging;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function;

internal static class Program
{
    private static int Main()
    {
        try
        {
            using var api = new RuntimeApiClient(Environment.GetEnvironmentVariable(RuntimeApiClient.AddressVariable));
            return new InvocationLoop(api, StandardOutput.Write).Run(() => FunctionStart.Prepare(Environment.GetEnvironmentVariable));
        }
        catch (RuntimeApiException lost)
        {
            FaultRecord.Write(requestId: null, lost.Message, StandardOutput.Write);
            return 1;
        }
    }
}
