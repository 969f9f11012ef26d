using System.Reflection;
using System.Text.Json;

namespace Eliza.Function.Tests;

public sealed class ReferenceTests
{
    // The assemblies that the function may use. HttpClient, System.Text.RegularExpressions, System.Linq.Expressions, logging and hosting
    // would each take longer than the function's whole start. Add an assembly only after a measurement.
    private static readonly string[] s_allowed =
    [
        "BouncyCastle.Cryptography",
        "Eliza.Runtime",
        "Eliza.Service",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Console",
        "System.IO.Compression",
        "System.IO.Hashing",
        "System.Linq",
        "System.Memory",
        "System.Net.Primitives",
        "System.Net.Sockets",
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Runtime.Extensions",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "System.Security.Cryptography",
        "System.Text.Encoding.Extensions",
        "System.Text.Encodings.Web",
        "System.Text.Json",
        "System.Threading",
    ];

    [Fact]
    public void The_function_refers_to_nothing_that_it_should_not()
    {
        Assembly[] parts = [typeof(Eliza.Function.Program).Assembly, typeof(Service.ElizaService).Assembly, typeof(Runtime.Script).Assembly];

        parts.SelectMany(References).Except(s_allowed).ShouldBeEmpty();
    }

    [Fact]
    public void The_function_is_published_with_nothing_but_itself_the_service_the_runtime_SHA_256_and_CRC_32()
    {
        var deps = Path.ChangeExtension(typeof(Eliza.Function.Program).Assembly.Location, ".deps.json");
        using var json = JsonDocument.Parse(File.ReadAllText(deps));

        json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])
            .ShouldBe(["bootstrap", "Eliza.Service", "Eliza.Runtime", "BouncyCastle.Cryptography", "System.IO.Hashing"], ignoreOrder: true);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
