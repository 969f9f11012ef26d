using System.Text.Json;

namespace Eliza.Testing;

/// <summary>The table in docs/contract.md that shows how each client treats each error.</summary>
internal sealed class ErrorTable
{
    /// <summary>Stands for all codes of a status without a row of their own.</summary>
    public const string AnyOther = "any other";

    private readonly string[] _columns;
    private readonly string[][] _rows;

    private ErrorTable(string[] columns, string[][] rows)
    {
        _columns = columns;
        _rows = rows;
    }

    public static ErrorTable Read()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "docs", "contract.md"))
            .SkipWhile(line => !line.StartsWith("| status | code | OpenAI", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToArray();
        return new(lines[0], lines[2..]);
    }

    /// <summary>The status and the codes of each row.</summary>
    public IEnumerable<(string Status, string Codes)> Rows => _rows.Select(row => (row[0], row[1]));

    /// <summary>How a client treats an error.</summary>
    /// <param name="status">The status of the error.</param>
    /// <param name="code">The code of the error.</param>
    /// <param name="client">The beginning of the title of the client's column.</param>
    /// <exception cref="InvalidOperationException">The table has no row for the error, or several, or no such column.</exception>
    public string Cell(int status, string code, string client)
    {
        var column = Array.FindIndex(_columns, title => title.StartsWith(client, StringComparison.Ordinal));
        var rows = _rows.Where(row => row[0] == $"{status}").ToList();
        var named = rows.Where(row => row[1].Split(", ").Contains($"`{code}`")).ToList();
        return (named.Count > 0 ? named : rows.Where(row => row[1] == AnyOther)).Single()[column];
    }

    /// <summary>All errors in the form that is sent, from their snapshot.</summary>
    public static IEnumerable<SentError> Sent() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Eliza.Service.Tests", "Contract", "Snapshots", "ErrorSnapshots.Every_error_as_it_is_sent.verified.txt"))
            .Select(line => JsonSerializer.Deserialize<SentError>(line, JsonSerializerOptions.Web)!);

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}

/// <summary>An error in the form that is sent.</summary>
internal sealed record SentError(int Status, Dictionary<string, string> Headers, string Body)
{
    public string Code => JsonDocument.Parse(Body).RootElement.GetProperty("error").GetProperty("code").GetString()!;
}
