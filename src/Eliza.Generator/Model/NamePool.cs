using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Model;

/// <summary>Makes unique C# names from texts of authors.</summary>
internal sealed class NamePool(params string[] reserved)
{
    /// <summary>The members that every class has.</summary>
    private static readonly string[] Inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>The most characters of a text that a name uses. Metadata allows 1,023 bytes.</summary>
    private const int MostOfText = 60;

    /// <summary>The most characters of a name before a number is added.</summary>
    private const int Most = 240;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(Inherited.Concat(reserved), StringComparer.Ordinal);

    /// <summary>A name in Pascal case. It gets a number if the text has no letter or the name is in use.</summary>
    public string Take(string text, string fallback)
    {
        var name = ToPascalCase(text);
        return TakeName(name.Length == 0 ? fallback : name);
    }

    /// <summary>A name. It gets a number if it is in use.</summary>
    public string TakeName(string name)
    {
        if (name.Length > Most) name = name.Substring(0, Most);
        if (_taken.Add(name)) return name;

        for (var number = _numbers.TryGetValue(name, out var last) ? last + 1 : 2; ; number++)
        {
            var numbered = name + "_" + number.ToString(CultureInfo.InvariantCulture);
            if (!_taken.Add(numbered)) continue;
            _numbers[name] = number;
            return numbered;
        }
    }

    /// <summary>
    /// The letters and digits of a text, or the first of them if the text is long. Each run begins with a capital. Formatting
    /// characters are left out, because C# ignores them in names.
    /// </summary>
    public static string ToPascalCase(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsRun = true;
        foreach (var character in text)
        {
            if (name.Length >= MostOfText) break;
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format) continue;
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
