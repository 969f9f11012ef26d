using Eliza.Function;
using Eliza.Runtime;

namespace Eliza.Local;

/// <summary>The scripts by the names that the command line gives them.</summary>
internal static class Models
{
    private const string Default = "doctor";

    /// <summary>The script of a name, of <c>doctor</c> if none is given; null, with a word on standard error, if there is no such script.</summary>
    public static Script? Find(string? name)
    {
        var script = Scripts.Find(name ?? Default);
        if (script is null)
            Console.Error.WriteLine($"There is no model '{name ?? Default}'. There is: {string.Join(", ", Scripts.All.Select(script => script.Name))}.");
        return script;
    }
}
