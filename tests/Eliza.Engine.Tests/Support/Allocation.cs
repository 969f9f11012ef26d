namespace Eliza.Engine.Tests.Support;

/// <summary>Counts what code allocates that runs again and again.</summary>
internal static class Allocation
{
    private const int Tries = 20;

    /// <summary>
    /// The bytes that an action allocates once the JIT compiler has optimized it, which happens in the background after some
    /// calls: until then even a table of constants is an object. So the least of some tries counts.
    /// </summary>
    /// <param name="action">The action.</param>
    /// <param name="allowed">The bytes of what it is to allocate, asked after each try, which are taken off.</param>
    public static long Of(Action action, Func<long>? allowed = null)
    {
        var least = long.MaxValue;
        for (var tries = 0; tries < Tries && least > 0; tries++)
        {
            if (tries > 0) Thread.Sleep(tries * 20);
            var allocated = Once(action);
            least = Math.Min(least, allocated - (allowed?.Invoke() ?? 0));
        }

        return least;
    }

    /// <summary>The bytes that an action allocates.</summary>
    public static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
