using Eliza.Compiler;

namespace Eliza.Cli.Checking;

/// <summary>Writes findings: on a terminal with the line and the replacement, otherwise in the form that compilers print.</summary>
internal static class TextReport
{
    private const string Red = "31";
    private const string Yellow = "33";
    private const string Blue = "34";
    private const string Green = "32";

    public static void Write(IReadOnlyList<LoadedScript> files, TextWriter output)
    {
        var isTerminal = !Console.IsOutputRedirected;
        var isColoured = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                if (isTerminal)
                    Show(finding, file.Text, isColoured, output);
                else
                    output.WriteLine(finding);
            }
        }
        if (isTerminal)
            output.WriteLine(Sum(files));
    }

    /// <summary>Shows a finding below its line.</summary>
    public static void Show(Finding finding, string text, bool isColoured, TextWriter output)
    {
        var (name, colour) = finding.Severity switch
        {
            FindingSeverity.Error => ("error", Red),
            FindingSeverity.Warning => ("warning", Yellow),
            _ => ("info", Blue),
        };
        output.WriteLine($"{finding.Path}:{finding.Line}:{finding.Column}: {In(colour, $"{name} {finding.Id}")}: {TerminalText.Visible(finding.Message)}");
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (finding.Line > lines.Length)
            return;
        var line = TerminalText.Visible(lines[finding.Line - 1]);
        var number = $"{finding.Line,5} | ";
        var margin = $"{"",5} | ";
        output.WriteLine(number + line);
        var from = Math.Min(line.Length, finding.Column - 1);
        var to = finding.EndLine == finding.Line ? Math.Clamp(finding.EndColumn - 1, from, line.Length) : line.Length;
        output.WriteLine($"{margin}{new string(' ', TerminalText.Columns(line[..from]))}{In(colour, new string('^', Math.Max(1, TerminalText.Columns(line[from..to]))))}");
        foreach (var replacement in finding.Replacements.Where(one => one.Line <= lines.Length))
        {
            var old = lines[replacement.Line - 1];
            var mended = old[..Math.Min(old.Length, replacement.Column - 1)] + replacement.Text + old[Math.Min(old.Length, replacement.EndColumn - 1)..];
            output.WriteLine($"{replacement.Line,5} {In(Green, "+")} {TerminalText.Visible(mended)}");
        }
        output.WriteLine();

        string In(string code, string words) => isColoured ? $"\e[{code}m{words}\e[0m" : words;
    }

    /// <summary>The number of scripts and findings.</summary>
    public static string Sum(IReadOnlyList<LoadedScript> files)
    {
        var findings = files.SelectMany(file => file.Findings).ToList();
        return $"{English.Count(files.Count, "script")}: {English.Count(findings.Count(finding => finding.Severity == FindingSeverity.Error), "error")}, "
            + $"{English.Count(findings.Count(finding => finding.Severity == FindingSeverity.Warning), "warning")}.";
    }
}
