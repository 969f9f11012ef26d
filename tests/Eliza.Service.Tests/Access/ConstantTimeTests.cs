using System.Reflection;
using System.Security.Cryptography;
using Eliza.Service.Access;

namespace Eliza.Service.Tests.Access;

/// <summary>How long it takes to refuse a key tells nothing of a right one: shown by what the code calls, not by a watch.</summary>
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

    /// <summary>What a method calls, and what the methods of the function call that it calls.</summary>
    private static List<MethodBase> Reached(MethodBase method)
    {
        var called = Called(method);
        return [.. called, .. called.Where(one => one.Module == method.Module && one != method).SelectMany(Reached)];
    }

    // Bytes that look like a call and are none lead to no method, or to one more than is called.
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
