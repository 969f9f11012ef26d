using System.Threading.Channels;

namespace Eliza.Compiler;

/// <summary>
/// Notices that something may have happened to files and folders. It may be wrong, or late by the interval at which it looks
/// itself: file systems of other machines tell nothing, folders come and go, and a system can run out of watches.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // A program that saves writes several times in a row.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private const int MostInARow = 20;

    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _events = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Begins to watch.</summary>
    /// <param name="paths">Files and folders, which need not be there yet.</param>
    public FileWatch(IReadOnlyList<string> paths)
    {
        _paths = paths;
        WatchFolders();
    }

    /// <summary>Waits until it is time to look: when something has happened and its end has come, or when the interval is over.</summary>
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
            watcher.Dispose(); // the interval will do
        }

        void Happened(object sender, EventArgs e) => _events.Writer.TryWrite(true);
    }

    private void Forget(string folder)
    {
        _watchers.Remove(folder, out var watcher);
        watcher?.Dispose();
    }
}
