using System.Text;
using Eliza.Function.Lambda;
using Eliza.Service;

namespace Eliza.Function.Tests.Support;

/// <summary>The responses that Lambda gets.</summary>
internal static class Proxy
{
    public static string Whole(Response response) => Encoding.UTF8.GetString(new Output().Write(response, isStream: false));

    public static string Prelude(Response response) => Encoding.UTF8.GetString(new Output().Write(response, isStream: true));
}
