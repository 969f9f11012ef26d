using Eliza.Generator.Emit;
using Eliza.Generator.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Eliza.Generator.Pipeline;

/// <summary>Finds names in the project's own code that conflict with generated code.</summary>
internal static class TakenNames
{
    /// <summary>The first such name, or nothing.</summary>
    /// <param name="compilation">The project's code.</param>
    /// <param name="target">Where the generated code goes.</param>
    /// <param name="scripts">The names of the scripts in C#.</param>
    public static string Find(Compilation compilation, Target target, EquatableArray<string> scripts)
    {
        var source = compilation.Assembly.GlobalNamespace;
        var eliza = Files.RulesNamespace.Split('.')[0];
        if (!source.GetTypeMembers(eliza).IsEmpty) return eliza;
        if (NamespaceOf(source, Files.RulesNamespace) is { } rules && !rules.GetTypeMembers().IsEmpty) return Files.RulesNamespace;

        var parts = target.Namespace.Replace("@", "");
        if (NamespaceOf(source, parts) is not { } root) return TypeAmong(source, parts);

        var name = parts.Length == 0 ? Files.Scripts : parts + "." + Files.Scripts;
        if (root.GetNamespaceMembers().Any(one => one.Name == Files.Scripts)) return name;
        if (root.GetTypeMembers(Files.Scripts, 0) is not [var type]) return "";
        if (!CanBeContinued(type, target)) return name;
        var ours = scripts.Concat(ScriptName.Reserved);
        return type.GetMembers().Select(member => member.Name).FirstOrDefault(ours.Contains) is { } taken ? name + "." + taken : "";
    }

    private static INamespaceSymbol? NamespaceOf(INamespaceSymbol source, string name)
    {
        INamespaceSymbol? found = source;
        foreach (var part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            found = found?.GetNamespaceMembers().FirstOrDefault(one => one.Name == part);
        }

        return found;
    }

    /// <summary>A type with the name of the namespace, or of a namespace around it, which then cannot exist.</summary>
    private static string TypeAmong(INamespaceSymbol source, string name)
    {
        var path = "";
        foreach (var part in name.Split('.'))
        {
            if (!source.GetTypeMembers(part).IsEmpty) return path + part;
            if (source.GetNamespaceMembers().FirstOrDefault(one => one.Name == part) is not { } next) return "";
            source = next;
            path += part + ".";
        }

        return "";
    }

    /// <summary>Whether generated code can add a part to a type: <c>static partial class Scripts</c>, with the same access modifier or none.</summary>
    private static bool CanBeContinued(INamedTypeSymbol type, Target target) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .All(syntax => syntax is ClassDeclarationSyntax { TypeParameterList: null, BaseList: null } declaration
            && declaration.Modifiers.All(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword or SyntaxKind.UnsafeKeyword || modifier.Text == target.Visibility)
            && declaration.Modifiers.Any(SyntaxKind.StaticKeyword)
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
