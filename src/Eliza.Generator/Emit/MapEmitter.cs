using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the map of a script: the place of each rule in its file.</summary>
internal static class MapEmitter
{
    /// <summary>The C# of a map.</summary>
    /// <param name="file">The script's file, without its folder.</param>
    /// <param name="propertyName">The name of the script in C#.</param>
    /// <param name="target">Where the code goes.</param>
    /// <param name="map">The map.</param>
    public static string Emit(string file, string propertyName, Target target, MapModel map)
    {
        var writer = new SourceWriter();
        Files.WriteHeader(writer, $"from the script “{SourceWriter.Comment(file)}”", target);
        using (Files.OpenNamespace(writer, target))
        using (Files.OpenScripts(writer, target))
        {
            writer.Line("/// <summary>Where the rules of the scripts stand in their files.</summary>");
            using var maps = writer.Open("public static partial class Maps");
            // No script has a name in C# that begins with a small Latin letter.
            const string Type = "global::Eliza.Runtime.Maps.ScriptMap";
            writer.Line($"private static {Type}{(target.IsTooOld ? "" : "?")} mapOf{propertyName};");
            writer.Line();
            writer.Line($"/// <summary>Where the rules of <c>{SourceWriter.Xml(file)}</c> stand.</summary>");
            writer.Line($"public static {Type} {propertyName} {{ get {{ return mapOf{propertyName} ?? (mapOf{propertyName} = new {Type}({SourceWriter.Literal(file)}, @\"");

            // One literal and not a sum of many: the sum for a script with ten thousand keywords would be too deep for the C# compiler.
            foreach (var row in map.Rows) writer.Verbatim(row.Replace("\"", "\"\""));
            writer.Verbatim("\")); } }");
        }

        return writer.ToString();
    }
}
