using System.Runtime.InteropServices;

namespace Eliza.ColdStart;

/// <summary>A process started by posix_spawn, which takes the least time of the measurement. Its output is dropped.</summary>
internal sealed partial class Spawned : IDisposable
{
    private const int WriteOnly = 1;
    private const int Kill = 9;
    private readonly int id;

    public Spawned(IReadOnlyList<string> command, IEnumerable<string> environment)
    {
        nint actions = Marshal.AllocHGlobal(512); // larger than any posix_spawn_file_actions_t
        try
        {
            Check(InitActions(actions));
            Check(AddOpen(actions, 1, "/dev/null", WriteOnly, 0));
            Check(Spawn(out id, command[0], actions, 0, [.. command, null], [.. environment, null]));
        }
        finally
        {
            _ = DestroyActions(actions);
            Marshal.FreeHGlobal(actions);
        }

        static void Check(int error)
        {
            if (error != 0)
                throw new InvalidOperationException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    /// <summary>The peak of the process's resident memory so far, in bytes.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 8), System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    public void Dispose()
    {
        _ = Send(id, Kill);
        _ = Wait(id, out _, 0);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int id, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int id, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int Wait(int id, out int status, int options);
}
