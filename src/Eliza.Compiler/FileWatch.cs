using System.Threading.Channels;

namespace Eliza.Compiler;

/// <summary>
/// Notices that files or folders may have changed. It also looks at intervals, because file systems of other machines report nothing,
/// folders come and go, and a system can run out of watches. So it may report a change that did not happen, or report one late.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // A program writes several times when it saves.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private const int MostInARow = 20;

    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _events = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Starts watching.</summary>
    /// <param name="paths">Files and folders. They need not exist yet.</param>
    public FileWatch(IReadOnlyList<string> paths)
    {
        _paths = paths;
        WatchFolders();
    }

    /// <summary>Waits until a change was noticed and no other one follows, or until the interval is over.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        if (await HappensAsync(Interval, cancellation))
        {
            for (var i = 0; i < MostInARow && await HappensAsync(Quiet, cancellation); i++)
            {
            }
        }
        WatchFolders();
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
    }

    private async Task<bool> HappensAsync(TimeSpan within, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(within);
        try
        {
            return await _events.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private void WatchFolders()
    {
        var folders = _paths.Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!).Where(Directory.Exists).ToHashSet();
        foreach (var gone in _watchers.Keys.Except(folders).ToList())
            Forget(gone);
        foreach (var folder in folders.Except(_watchers.Keys).ToList())
            Watch(folder);
    }

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher();
        try
        {
            watcher.Path = folder;
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.Changed += Happened;
            watcher.Created += Happened;
            watcher.Deleted += Happened;
            watcher.Renamed += Happened;
            watcher.Error += Happened;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(folder, watcher);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher.Dispose(); // the interval is enough
        }

        void Happened(object sender, EventArgs e) => _events.Writer.TryWrite(true);
    }

    private void Forget(string folder)
    {
        _watchers.Remove(folder, out var watcher);
        watcher?.Dispose();
    }
}
