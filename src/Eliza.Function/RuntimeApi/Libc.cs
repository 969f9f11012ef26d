using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Eliza.Function.RuntimeApi;

/// <summary>The few calls of libc that the function makes itself; docs/decisions/libc-sockets.md says why.</summary>
internal static partial class Libc
{
    public const int InterNetwork = 2;
    public const int StreamCloseOnExec = 0x80001;
    public const int Tcp = 6;
    public const int NoDelay = 1;
    public const int NoSignal = 0x4000;

    /// <summary>The error of a call that a signal broke off; it is to be made again.</summary>
    public const int Interrupted = 4;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    public static partial int Connect(SafeFileHandle socket, ReadOnlySpan<byte> address, int size);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(SafeFileHandle socket, int level, int name, in int value, int size);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    public static partial nint Send(SafeFileHandle socket, ReadOnlySpan<byte> bytes, nint count, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(SafeFileHandle socket, Span<byte> buffer, nint count, int flags);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, ReadOnlySpan<byte> bytes, nint count);
}
