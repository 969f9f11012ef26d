using System.Buffers;
using System.Text;
using Eliza.Function.Http;

namespace Eliza.Function.Tests.Support;

/// <summary>What Lambda is given.</summary>
internal static class Proxy
{
    public static string Whole(Response response)
    {
        var output = new ArrayBufferWriter<byte>();
        ProxyResponse.Write(response, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static string Prelude(Response response)
    {
        var output = new ArrayBufferWriter<byte>();
        ProxyResponse.WritePrelude(response, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
