using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Testing;

/// <summary>A law that holds for every case. The cases are the same on every run with the same <see cref="Soak.Seed"/>.</summary>
internal static class Law
{
    // The random number generator needs an odd number.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Tries this number of cases times <see cref="Soak.Factor"/>. A case that fails is made small and shown.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> holds, int times = 300, [CallerFilePath] string path = "", [CallerMemberName] string law = "") =>
        Holds(cases.ToArbitrary(), holds, times, path, law);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, string, string)"/>
    public static void Holds<T>(Arbitrary<T> cases, Action<T> holds, int times = 300, [CallerFilePath] string path = "", [CallerMemberName] string law = "")
    {
        Prop.ForAll(cases, holds).Check(Config.QuickThrowOnFailure
            .WithMaxTest(Soak.Times(times))
            .WithReplay(new Replay(new Rnd((ulong)Soak.Seed, Gamma), null)));
        Soak.Count($"{Path.GetFileNameWithoutExtension(path)}.{law}", Soak.Times(times));
    }
}
