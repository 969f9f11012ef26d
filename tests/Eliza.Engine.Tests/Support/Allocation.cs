namespace Eliza.Engine.Tests.Support;

/// <summary>Counts the memory that repeated code allocates.</summary>
internal static class Allocation
{
    private const int Tries = 20;

    /// <summary>
    /// The bytes that an action allocates after the JIT compiler has optimized it. That happens in the background after some calls,
    /// and before it even a table of constants is an object. So the smallest of several counts is the result.
    /// </summary>
    /// <param name="action">The action.</param>
    /// <param name="allowed">The bytes that the action may allocate. It is called after each try, and its result is subtracted.</param>
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
