using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Testing;

/// <summary>What holds for every case. The cases are the same on every run, and others for another <see cref="Soak.Seed"/>.</summary>
internal static class Law
{
    // Odd, as the generator of random numbers wants it.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Tries so many cases, and as often more as <see cref="Soak.Factor"/> says. One that fails is made small and shown.</summary>
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
