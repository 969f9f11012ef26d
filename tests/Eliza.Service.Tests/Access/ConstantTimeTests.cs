using System.Reflection;
using System.Security.Cryptography;
using Eliza.Service.Access;

namespace Eliza.Service.Tests.Access;

/// <summary>The time of a refusal tells nothing about valid keys. The test looks at the methods that the code calls, and measures no time.</summary>
public sealed class ConstantTimeTests
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    private static readonly string[] Comparisons =
        ["Equals", "op_Equality", "op_Inequality", "SequenceEqual", "SequenceCompareTo", "Compare", "CompareOrdinal", "CompareTo", "StartsWith", "EndsWith", "Contains", "IndexOf"];

    [Fact]
    public void Keys_and_digests_are_compared_by_FixedTimeEquals_and_by_nothing_else()
    {
        var compares = typeof(ApiKeys).GetMethod("IsKnown", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var called = Reached(compares);

        called.Count(method => method.DeclaringType == typeof(CryptographicOperations) && method.Name == nameof(CryptographicOperations.FixedTimeEquals)).ShouldBe(2, "for keys and for digests");
        called.Where(method => Comparisons.Contains(method.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_else_decides_whether_a_key_is_known()
    {
        var admits = Called(typeof(ApiKeys).GetMethod(nameof(ApiKeys.Admits))!);

        admits.ShouldContain(method => method.Name == "IsKnown");
        admits.Where(method => Comparisons.Contains(method.Name)).ShouldBeEmpty();
    }

    /// <summary>The methods that a method calls, and those that methods of the service call in turn.</summary>
    private static List<MethodBase> Reached(MethodBase method)
    {
        var called = Called(method);
        return [.. called, .. called.Where(one => one.Module == method.Module && one != method).SelectMany(Reached)];
    }

    // Bytes that only look like a call give no method, or one method too many.
    private static List<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var called = new List<MethodBase>();
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is not (Call or CallVirtual))
                continue;
            try
            {
                if (method.Module.ResolveMethod(BitConverter.ToInt32(code, i + 1)) is { } target)
                    called.Add(target);
            }
            catch (ArgumentException)
            {
            }
        }
        return called;
    }
}
