using Eliza.Generator.Language;

namespace Eliza.Generator.Emit;

/// <summary>Writes the part of <c>Scripts</c> that lists the scripts and finds them by name.</summary>
internal static class IndexEmitter
{
    /// <summary>The C# for scripts with these property names.</summary>
    public static string Emit(EquatableArray<string> propertyNames, Target target)
    {
        var writer = new SourceWriter();
        var orNull = target.IsTooOld ? "" : "?";
        Files.WriteHeader(writer, "for all scripts of the project", target);
        using (Files.OpenNamespace(writer, target))
        {
            writer.Line("/// <summary>The scripts that were compiled into this assembly.</summary>");
            writer.Line(Files.GeneratedCode);
            using var scripts = Files.OpenScripts(writer, target);
            writer.Line("/// <summary>All scripts, by name.</summary>");
            WriteAll(writer, propertyNames, target.IsTooOld);

            writer.Line();
            writer.Line("/// <summary>The script of a name, whatever its case, or null if there is none.</summary>");
            using (writer.Open($"public static global::Eliza.Runtime.Script{orNull} Find(string name)"))
            {
                using (writer.Open($"foreach ({(target.IsTooOld ? "global::Eliza.Runtime.Script" : "var")} script in All)"))
                {
                    writer.Line("if (string.Equals(script.Name, name, global::System.StringComparison.OrdinalIgnoreCase)) return script;");
                }

                writer.Line();
                writer.Line("return null;");
            }

            WriteMapOf(writer, propertyNames, orNull);
        }

        return writer.ToString();
    }

    private static void WriteAll(SourceWriter writer, EquatableArray<string> propertyNames, bool isTooOld)
    {
        const string Header = "public static global::System.Collections.Generic.IReadOnlyList<global::Eliza.Runtime.Script> All";
        var value = $"new global::Eliza.Runtime.Script[] {{ {string.Join(", ", propertyNames)} }};";
        if (isTooOld)
        {
            writer.Line($"{Header} {{ get {{ return {value} }} }}");
            return;
        }

        writer.Line(Header + " { get; } =");
        using var indent = writer.Indent();
        writer.Line(value);
    }

    /// <summary>Writes comparisons and not a table, so that a program which uses no map does not contain any.</summary>
    private static void WriteMapOf(SourceWriter writer, EquatableArray<string> propertyNames, string orNull)
    {
        writer.Line();
        writer.Line("/// <summary>Where the rules of a script of <see cref=\"All\"/> stand in its file, or null for another script.</summary>");
        using var mapOf = writer.Open($"public static global::Eliza.Runtime.Maps.ScriptMap{orNull} MapOf(global::Eliza.Runtime.Script script)");
        foreach (var name in propertyNames) writer.Line($"if (script == {name}) return Maps.{name};");
        writer.Line("return null;");
    }
}
