using System.Reflection;
using System.Text.Json;

namespace Eliza.Lambda.Tests;

public sealed class ReferenceTests
{
    // What the function may refer to. HttpClient, System.Net.Sockets, System.Console, System.Text.RegularExpressions,
    // System.Linq.Expressions, System.Text.Json, logging and hosting are each worth more than its own start: add one only with a measurement.
    private static readonly string[] s_allowed =
    [
        "Eliza.Runtime",
        "System.Collections",
        "System.Collections.Immutable",
        "System.IO.Compression",
        "System.Linq",
        "System.Memory",
        "System.Net.Primitives",
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Runtime.Extensions",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "System.Security.Cryptography",
        "System.Text.Encoding.Extensions",
        "System.Threading",
    ];

    [Fact]
    public void The_function_refers_to_nothing_that_it_should_not()
    {
        var function = typeof(Function.Handler).Assembly;
        var runtime = typeof(Runtime.Script).Assembly;

        References(function).Union(References(runtime)).Except(s_allowed).ShouldBeEmpty();
    }

    [Fact]
    public void The_function_is_published_with_nothing_but_itself_and_the_runtime()
    {
        var deps = Path.ChangeExtension(typeof(Function.Handler).Assembly.Location, ".deps.json");
        using var json = JsonDocument.Parse(File.ReadAllText(deps));

        json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])
            .ShouldBe(["bootstrap", "Eliza.Runtime"], ignoreOrder: true);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
