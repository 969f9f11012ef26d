using Eliza.Generator.Language;

namespace Eliza.Generator.Emit;

/// <summary>Writes the part of <c>Scripts</c> by which hosts find scripts.</summary>
internal static class IndexEmitter
{
    /// <summary>The C# for scripts with these property names.</summary>
    public static string Emit(EquatableArray<string> propertyNames, string rootNamespace)
    {
        var writer = new SourceWriter();
        Files.WriteHeader(writer, "for all scripts of the project");
        using (Files.OpenNamespace(writer, rootNamespace))
        {
            writer.Line("/// <summary>The scripts that were compiled into this assembly.</summary>");
            writer.Line(Files.GeneratedCode);
            using var scripts = Files.OpenScripts(writer);
            writer.Line("/// <summary>All scripts, by name.</summary>");
            writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Eliza.Runtime.Script> All { get; } =");
            using (writer.Indent())
            {
                writer.Line($"new global::Eliza.Runtime.Script[] {{ {string.Join(", ", propertyNames)} }};");
            }

            writer.Line();
            writer.Line("/// <summary>The script of a name, whatever its case, or null if there is none.</summary>");
            using (writer.Open("public static global::Eliza.Runtime.Script? Find(string name)"))
            {
                using (writer.Open("foreach (var script in All)"))
                {
                    writer.Line("if (string.Equals(script.Name, name, global::System.StringComparison.OrdinalIgnoreCase)) return script;");
                }

                writer.Line();
                writer.Line("return null;");
            }

            WriteMapOf(writer, propertyNames);
        }

        return writer.ToString();
    }

    /// <summary>A chain of comparisons and no table, so that a program that asks for no map carries none.</summary>
    private static void WriteMapOf(SourceWriter writer, EquatableArray<string> propertyNames)
    {
        writer.Line();
        writer.Line("/// <summary>Where the rules of a script of <see cref=\"All\"/> stand in its file, or null for another script.</summary>");
        using var mapOf = writer.Open("public static global::Eliza.Runtime.Maps.ScriptMap? MapOf(global::Eliza.Runtime.Script script)");
        foreach (var name in propertyNames) writer.Line($"if (script == {name}) return Maps.{name};");
        writer.Line("return null;");
    }
}
