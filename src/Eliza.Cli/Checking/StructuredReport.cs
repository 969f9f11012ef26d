using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Compiler;

namespace Eliza.Cli.Checking;

/// <summary>Writes findings as JSON or SARIF, for programs.</summary>
internal static class StructuredReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes all that is known of each finding, as JSON.</summary>
    public static void WriteJson(IEnumerable<LoadedScript> files, TextWriter output)
    {
        var findings = files.SelectMany(file => file.Findings).ToList();
        Write(new
        {
            Errors = findings.Count(finding => finding.Severity == FindingSeverity.Error),
            Warnings = findings.Count(finding => finding.Severity == FindingSeverity.Warning),
            Findings = findings,
        }, output);
    }

    /// <summary>Writes SARIF, the standard format for the results of static analysis.</summary>
    /// <remarks>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</remarks>
    public static void WriteSarif(IEnumerable<LoadedScript> files, TextWriter output)
    {
        var findings = files.SelectMany(file => file.Findings).ToList();
        var rules = findings.DistinctBy(finding => finding.Id).ToList();
        Write(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "eliza", Rules = rules.Select(rule => new { rule.Id, ShortDescription = new { Text = rule.Title }, HelpUri = rule.HelpLink.Length > 0 ? rule.HelpLink : null }) } },
                    ColumnKind = "utf16CodeUnits",
                    Results = findings.Select(finding => new
                    {
                        RuleId = finding.Id,
                        RuleIndex = rules.FindIndex(rule => rule.Id == finding.Id),
                        Level = finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" },
                        Message = new { Text = finding.Message },
                        Locations = new[]
                        {
                            new
                            {
                                PhysicalLocation = new
                                {
                                    ArtifactLocation = new { Uri = UriOf(finding.Path) },
                                    Region = new { StartLine = finding.Line, StartColumn = finding.Column, finding.EndLine, finding.EndColumn },
                                },
                            },
                        },
                    }),
                },
            },
        }, output);
    }

    private static void Write(object report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(report, Json));

    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
