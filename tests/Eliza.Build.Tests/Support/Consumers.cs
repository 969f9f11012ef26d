using System.Xml.Linq;
using Eliza.Testing;

namespace Eliza.Build.Tests.Support;

/// <summary>
/// Projects of others that take the packages from a feed, with a package folder that is empty before. What they need of others
/// comes from the packages that this repository restored, so that no network is needed.
/// </summary>
public sealed class Consumers : IDisposable
{
    /// <summary>The repository of which the packages say that they come from there.</summary>
    public const string Repository = "https://github.com/someone/eliza";

    private const string Parrot = "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\n";

    private static readonly (string Path, string Text)[] Files =
    [
        ("Library/Library.csproj", Project("Microsoft.NET.Sdk", "net8.0", "<RootNamespace>Birds</RootNamespace>", Generator)),
        ("Library/parrot.txt", Parrot),
        ("Library/Aviary.cs", """
            #warning The parrot is hungry.
            namespace Birds;

            public static class Aviary
            {
                public static Eliza.Runtime.Script Parrot => Scripts.Parrot;
            }
            """),

        ("Application/Application.csproj", Project("Microsoft.NET.Sdk", "net10.0", "<RootNamespace>Birds</RootNamespace><OutputType>Exe</OutputType>", Generator + Library)),
        ("Application/parrot.txt", Parrot.Replace("Pieces of eight!", "Nevermore.", StringComparison.Ordinal)),
        ("Application/Program.cs", """
            System.Console.WriteLine(Birds.Aviary.Parrot.Start().Reply("hello"));
            System.Console.WriteLine(Birds.Scripts.Parrot.Start().Reply("hello"));
            System.Console.WriteLine(Birds.Scripts.All.Count);
            """),

        // No program of the system's own: it would come from a package that nothing here needs.
        ("Older/Older.csproj", Project("Microsoft.NET.Sdk", "net8.0", "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><ErrorLog>findings.sarif,version=2.1</ErrorLog>", Generator)),
        ("Older/parrot.txt", Parrot.Replace("initial: Ahoy!\n", "", StringComparison.Ordinal)),
        ("Older/Program.cs", """
            using System.Reflection;
            using System.Runtime.Versioning;

            System.Console.WriteLine(System.Environment.Version.Major);
            System.Console.WriteLine(typeof(Eliza.Runtime.Script).Assembly.GetCustomAttribute<TargetFrameworkAttribute>().FrameworkName);
            System.Console.WriteLine(Older.Scripts.Parrot.Start().Reply("hello"));
            """),

        ("Functional/Functional.fsproj", Project("Microsoft.NET.Sdk", "net10.0", "<OutputType>Exe</OutputType>", "<Compile Include=\"Program.fs\" />" + Library)),
        ("Functional/Program.fs", """
            let conversation = Birds.Aviary.Parrot.Start()
            printfn "%s" (conversation.Reply "hello")
            """),

        ("Web/Web.csproj", Project("Microsoft.NET.Sdk.Web", "net10.0", "<ImplicitUsings>enable</ImplicitUsings>", Generator + "<PackageReference Include=\"Eliza.AspNetCore\" Version=\"1.0.0\" />")),
        ("Web/parrot.txt", Parrot),
        ("Web/Program.cs", """
            using System.Net.Http.Json;
            using Eliza.AspNetCore;

            var builder = WebApplication.CreateBuilder(args);
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapEliza(Web.Scripts.All);
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
            var response = await client.PostAsJsonAsync("/v1/chat/completions", new { model = "parrot", messages = new[] { new { role = "user", content = "hello" } } });
            Console.WriteLine(await response.Content.ReadAsStringAsync());
            """),
    ];

    private readonly TemporaryFolder _folder = new();
    private Dotnet.Result? _build;

    private static string Generator => "<PackageReference Include=\"Eliza.Generator\" Version=\"1.0.0\" /><ElizaScript Include=\"parrot.txt\" />";

    private static string Library => "<ProjectReference Include=\"../Library/Library.csproj\" />";

    /// <summary>The path of a file of theirs.</summary>
    public string this[string path] => _folder[path];

    /// <summary>Packs the packages and builds all projects, once.</summary>
    internal Dotnet.Result Build(WorkingCopy copy)
    {
        if (_build is not null) return _build;
        foreach (var package in (string[])["Eliza.Runtime", "Eliza.Generator", "Eliza.Service", "Eliza.AspNetCore"])
            Dotnet.Run(copy.Root, $"pack src/{package} -c Debug --no-restore -nologo -tl:off -p:RunAnalyzers=false -p:PackageProjectUrl={Repository} -o {this["feed"]}").ShouldSucceed();
        LinkPackagesOfOthers();
        Write("nuget.config", "<configuration><packageSources><clear /><add key=\"packed here\" value=\"feed\" /><add key=\"of others\" value=\"others\" /></packageSources></configuration>");
        Write("Directory.Build.props", "<Project><PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath></PropertyGroup></Project>");
        foreach (var (path, text) in Files) Write(path, text);
        Write("All.slnx", new XElement("Solution", Files.Where(file => file.Path.EndsWith("proj", StringComparison.Ordinal)).Select(file => new XElement("Project", new XAttribute("Path", file.Path)))).ToString());
        return _build = Dotnet.Run(_folder.FullName, "build All.slnx -nologo -tl:off");
    }

    /// <summary>Builds a project that takes of the package what takes part in its build, and not the runtime.</summary>
    internal Dotnet.Result BuildWithoutRuntime()
    {
        Write("Bare/Bare.csproj", Project("Microsoft.NET.Sdk", "net10.0", "", Generator.Replace("Version=", "IncludeAssets=\"build;analyzers\" Version=", StringComparison.Ordinal)));
        Write("Bare/parrot.txt", Parrot);
        return Dotnet.Run(_folder.FullName, "build Bare -nologo -tl:off");
    }

    /// <summary>Runs one of the programs.</summary>
    internal Dotnet.Result Run(string project, string framework) =>
        Dotnet.Run(_folder.FullName, $"--roll-forward Major {project}/bin/Debug/{framework}/{project}.dll").ShouldSucceed();

    public void Dispose() => _folder.Dispose();

    private static string Project(string sdk, string framework, string properties, string items) =>
        $"<Project Sdk=\"{sdk}\"><PropertyGroup><TargetFramework>{framework}</TargetFramework>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>";

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    private void LinkPackagesOfOthers()
    {
        Directory.CreateDirectory(this["others"]);
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.GetFiles(restored, "*.nupkg", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("eliza.", StringComparison.OrdinalIgnoreCase)))
            File.CreateSymbolicLink(Path.Combine(this["others"], Path.GetFileName(package)), package);
    }
}
