using System.Collections;
using System.Reflection;
using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Support;

/// <summary>Checks all objects that an output of a pipeline's step refers to.</summary>
internal static class Values
{
    /// <summary>Checks that each is a string, a number, or a type of the generator that compares by value. None is of Roslyn or mutable.</summary>
    public static void ShouldBeValues(IEnumerable<object?> outputs, string step)
    {
        foreach (var value in Reachable(outputs))
        {
            var type = value.GetType();
            var isValue = value is string || type.IsPrimitive || type.IsEnum || IsImmutableArray(type) || IsOurs(type);
            isValue.ShouldBeTrue($"the step {step} holds a {type}");
            if (IsOurs(type) && type.IsClass) type.GetMethod("<Clone>$").ShouldNotBeNull($"the step {step} holds a {type}, which is no record");
        }
    }

    /// <summary>Checks that none is a place in a file.</summary>
    public static void ShouldHaveNoPlaces(IEnumerable<object?> outputs) => Reachable(outputs).OfType<Place>().ShouldBeEmpty();

    private static bool IsOurs(Type type) => type.Assembly == typeof(ElizaGenerator).Assembly || IsTuple(type);

    private static bool IsTuple(Type type) => type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>);

    private static IEnumerable<object> Reachable(IEnumerable<object?> roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>(roots);
        while (open.TryPop(out var value))
        {
            if (value is null || !seen.Add(value)) continue;
            yield return value;
            foreach (var part in Parts(value)) open.Push(part);
        }
    }

    private static IEnumerable<object?> Parts(object value)
    {
        var type = value.GetType();
        if (value is string || type.IsPrimitive || type.IsEnum || !(IsOurs(type) || IsImmutableArray(type))) return [];
        if (!IsImmutableArray(type)) return Fields(type).Select(field => field.GetValue(value));
        return (bool)type.GetProperty("IsDefault")!.GetValue(value)! ? [] : ((IEnumerable)value).Cast<object?>();
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType!)
        {
            foreach (var field in level.GetFields(Declared)) yield return field;
        }
    }
}
