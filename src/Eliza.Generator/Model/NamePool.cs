using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Model;

/// <summary>Makes C# names of what authors write, each only once.</summary>
internal sealed class NamePool(params string[] reserved)
{
    /// <summary>Members that every class has already.</summary>
    private static readonly string[] Inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly HashSet<string> _taken = new(Inherited.Concat(reserved), StringComparer.Ordinal);

    /// <summary>A name in Pascal case; where a text has no letter, or its name is taken, a number is added.</summary>
    public string Take(string text, string fallback)
    {
        var name = ToPascalCase(text);
        return TakeName(name.Length == 0 ? fallback : name);
    }

    /// <summary>A name, with a number if it is taken.</summary>
    public string TakeName(string name)
    {
        if (_taken.Add(name)) return name;

        for (var number = 2; ; number++)
        {
            var numbered = name + "_" + number.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(numbered)) return numbered;
        }
    }

    /// <summary>The letters and digits of a text; each run of them begins with a capital.</summary>
    public static string ToPascalCase(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsRun = true;
        foreach (var character in text)
        {
            if (SyntaxFacts.IsIdentifierPartCharacter(character) && character != '_')
            {
                if (name.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(character)) name.Append('_');
                name.Append(startsRun ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character));
                startsRun = false;
            }
            else if (character != '\'')
            {
                startsRun = true;
            }
        }

        return name.ToString();
    }
}
