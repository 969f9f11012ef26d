using System.Net;
using System.Net.Sockets;

namespace Eliza.Function.Tests.Support;

/// <summary>A test that is skipped on a machine without IPv6.</summary>
public sealed class IPv6FactAttribute : FactAttribute
{
    public IPv6FactAttribute()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
            listener.Start();
        }
        catch (SocketException absent)
        {
            Skip = $"There is no IPv6 here: {absent.Message}";
        }
    }
}
