namespace Eliza.Engine.Tests.Differential;

/// <summary>A script in parts, any of which can be left out, and a user's lines.</summary>
internal sealed record Case(IReadOnlyList<string> Parts, IReadOnlyList<string> Lines)
{
    public string Script => string.Join('\n', Parts) + "\n";

    public override string ToString() =>
        $"--- script\n{Script}--- session\n{string.Join('\n', Lines.Select(Quoted))}\n---";

    /// <summary>A line as a C# string literal.</summary>
    public static string Quoted(string line) =>
        '"' + string.Concat(line.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) || c > '~' ? $"\\u{(int)c:X4}" : $"{c}")) + '"';
}
