using Eliza.Function.Lambda;
using Eliza.Function.Logging;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function;

internal static class Program
{
    private static int Main()
    {
        var log = new StandardOutput();
        try
        {
            using var api = new RuntimeApiClient(Environment.GetEnvironmentVariable(RuntimeApiClient.AddressVariable));
            var loop = new InvocationLoop(api, log.Write, log.Flush);
            return loop.Run(() => FunctionStart.Prepare(Environment.GetEnvironmentVariable, log.Write));
        }
        catch (RuntimeApiException lost)
        {
            FaultRecord.Write(requestId: null, lost.Message, log.Write);
            return 1;
        }
        finally
        {
            log.Flush();
        }
    }
}
