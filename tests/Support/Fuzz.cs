using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Eliza.Testing;

/// <summary>
/// Tries random inputs. An input that fails is saved in the folder <c>Cases</c> beside the test. All files there are tried on
/// every run, so the input stays a test after the fault is fixed.
/// </summary>
internal static class Fuzz
{
    // Every input takes less than a second. A test that takes this long hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Makes inputs, each with its own random numbers, and tries them.</summary>
    /// <param name="usual">The usual number of inputs; see <see cref="Soak"/>.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="holds">Throws an exception if the input fails.</param>
    /// <param name="path">The file of the test.</param>
    /// <param name="kind">The name of the test. Saved inputs are named after it.</param>
    public static void Try(int usual, Func<Random, byte[]> make, Action<byte[]> holds, [CallerFilePath] string path = "", [CallerMemberName] string kind = "")
    {
        for (var i = 0; i < Soak.Times(usual); i++)
        {
            var input = make(Dice(i));
            try
            {
                Run(input, holds);
            }
            catch (Exception e)
            {
                var file = Path.Combine(Directory.CreateDirectory(Folder(path)).FullName, $"{kind}.{Convert.ToHexStringLower(SHA256.HashData(input))[..8]}");
                File.WriteAllBytes(file, input);
                throw new InvalidOperationException($"Input {i} of seed {Soak.Seed} fails; it is saved as {file}.", e);
            }
        }
        Soak.Count($"{Path.GetFileNameWithoutExtension(path)}.{kind}", Soak.Times(usual));
    }

    /// <summary>Tries the saved inputs. There must be at least one.</summary>
    public static void TrySaved(Action<byte[]> holds, [CallerFilePath] string path = "")
    {
        var files = Directory.GetFiles(Folder(path));
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            try
            {
                Run(File.ReadAllBytes(file), holds);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{file} fails.", e);
            }
        }
    }

    private static void Run(byte[] input, Action<byte[]> holds)
    {
        var run = Task.Run(() => holds(input));
        if (!((IAsyncResult)run).AsyncWaitHandle.WaitOne(Patience))
            throw new TimeoutException($"It hangs: nothing came of it in {Patience}.");
        run.GetAwaiter().GetResult();
    }

    // Neighbouring seeds give similar numbers, so the seeds are spread first.
    private static Random Dice(int number) => new(unchecked((int)((((ulong)(uint)Soak.Seed << 32) | (uint)number) * 0x9E3779B97F4A7C15 >> 32)));

    private static string Folder(string path) => Path.Combine(Path.GetDirectoryName(path)!, "Cases");
}
