namespace Eliza.Plain;

/// <summary>
/// A conversation with an interpreted script. It follows the definitions of the languages, without regard to speed. Tests
/// compare compiled scripts with it; the two share no code.
/// </summary>
public abstract class Talker
{
    /// <summary>Begins a conversation with a script in either language.</summary>
    /// <exception cref="FormatException">The script breaks a rule of its language.</exception>
    public static Talker With(string script)
    {
        var start = script.TrimStart('\uFEFF').TrimStart();
        return start.StartsWith('(') || start.StartsWith(';')
            ? new ListTalker(ListScript.Read(script))
            : new LineTalker(LineScript.Read(script));
    }

    /// <summary>Every reassembly of the script.</summary>
    public abstract IEnumerable<Use> Reassemblies { get; }

    /// <summary>The reassemblies that were used.</summary>
    public HashSet<Use> Uses { get; } = [];

    /// <summary>Answers a line of the user.</summary>
    public abstract string Reply(string line);
}

/// <summary>A reassembly of a keyword's decomposition. Both numbers count from 0 in the order of the script.</summary>
public readonly record struct Use(string Keyword, int Decomposition, int Reassembly);
