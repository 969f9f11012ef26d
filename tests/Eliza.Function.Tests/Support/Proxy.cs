using System.Text;
using Eliza.Function.Http;
using Eliza.Function.Json;

namespace Eliza.Function.Tests.Support;

/// <summary>What Lambda is given.</summary>
internal static class Proxy
{
    public static string Whole(Response response)
    {
        var output = new JsonWriter(2048);
        ProxyResponse.Write(response, output);
        return Encoding.UTF8.GetString(output.Written.Span);
    }

    public static string Prelude(Response response)
    {
        var output = new JsonWriter(2048);
        ProxyResponse.WritePrelude(response, output);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
