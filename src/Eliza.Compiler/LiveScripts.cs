namespace Eliza.Compiler;

/// <summary>
/// The scripts of files and folders, compiled in the background as soon as this is made, and again when they are saved. A new script
/// replaces the older one whole; one with errors leaves the older one talking. What nobody talks with any more is unloaded.
/// </summary>
public sealed class LiveScripts : IDisposable
{
    // An error, or that a file is gone, counts only when it lasts: an editor may be in the middle of saving.
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(250);

    private readonly ScriptPaths _paths;
    private readonly TimeProvider _clock;
    private readonly FileWatch? _watch;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _publishing = new();
    private readonly Dictionary<string, LoadedScript> _files = [];
    private readonly Dictionary<string, Stamp> _stamps = [];
    private readonly Dictionary<string, (LoadedScript? File, long Since)> _doubts = [];
    private IReadOnlyList<string> _order = [];
    private volatile ScriptSet _current = new([]);

    /// <summary>Begins to compile.</summary>
    /// <param name="paths">Where the scripts are.</param>
    /// <param name="watches">Whether what is saved later counts.</param>
    public LiveScripts(ScriptPaths paths, bool watches = false)
        : this(paths, watches, TimeProvider.System)
    {
    }

    /// <summary>Begins to compile.</summary>
    /// <param name="paths">Where the scripts are.</param>
    /// <param name="watches">Whether what is saved later counts.</param>
    /// <param name="clock">Tells how long an error lasts.</param>
    internal LiveScripts(ScriptPaths paths, bool watches, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _paths = paths;
        _clock = clock;
        _watch = watches ? new FileWatch(paths.Paths) : null;
        Loaded = Task.Run(LoadAsync);
        if (_watch is not null)
            _ = Task.Run(() => WatchAsync(_watch));
    }

    /// <summary>Tells what became of a file that was saved, or went. Whoever listens should be quick.</summary>
    public event Action<ScriptChange>? Changed;

    /// <summary>Ends when every file that is there at the start has been compiled.</summary>
    public Task Loaded { get; }

    /// <summary>The scripts as they are now; while they load, those that are ready.</summary>
    public ScriptSet Current => _current;

    /// <summary>Ends the work. The scripts talk on.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _watch?.Dispose();
    }

    private async Task LoadAsync()
    {
        _order = _paths.Files();
        var clashes = ScriptCompiler.Clashes(_order);
        foreach (var path in _order)
            _stamps[path] = Stamp.Of(path, clashes);
        await Parallel.ForEachAsync(_order, _end.Token, (path, cancellation) =>
        {
            Publish(path, Read(path, clashes, older: null, cancellation));
            return ValueTask.CompletedTask;
        });
    }

    private async Task WatchAsync(FileWatch watch)
    {
        try
        {
            await Loaded;
            while (true)
            {
                await watch.NextAsync(_end.Token);
                Refresh();
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private void Refresh()
    {
        _order = _paths.Files();
        var clashes = ScriptCompiler.Clashes(_order);
        foreach (var path in _order)
        {
            var stamp = Stamp.Of(path, clashes);
            if (_stamps.TryGetValue(path, out var known) && known == stamp)
            {
                if (_doubts.TryGetValue(path, out var doubt) && doubt.File is null)
                    _doubts.Remove(path); // it was away for a moment
                continue;
            }
            _stamps[path] = stamp;
            var older = _files.GetValueOrDefault(path);
            var file = Read(path, clashes, older, _end.Token);
            if (file.HasErrors)
                _doubts[path] = (file, _clock.GetTimestamp());
            else
                Settle(path, file, older);
        }
        foreach (var path in _files.Keys.Except(_order).Where(path => !_doubts.TryGetValue(path, out var doubt) || doubt.File is not null).ToList())
            _doubts[path] = (null, _clock.GetTimestamp());
        foreach (var path in _stamps.Keys.Except(_order).Where(path => !_files.ContainsKey(path)).ToList())
            _ = _stamps.Remove(path) | _doubts.Remove(path); // it went before it counted
        foreach (var (path, doubt) in _doubts.Where(one => _clock.GetElapsedTime(one.Value.Since) >= Doubt).ToList())
            Settle(path, doubt.File, _files.GetValueOrDefault(path));
    }

    private void Settle(string path, LoadedScript? file, LoadedScript? older)
    {
        _doubts.Remove(path);
        if (ReferenceEquals(file, older))
            return;
        Publish(path, file);
        Changed?.Invoke(new ScriptChange(file ?? older!, IsGone: file is null, _current));
    }

    private static LoadedScript Read(string path, IReadOnlyDictionary<string, Finding> clashes, LoadedScript? older, CancellationToken cancellation) =>
        LoadedScript.Of(path, clashes.GetValueOrDefault(path), older, cancellation);

    private void Publish(string path, LoadedScript? file)
    {
        lock (_publishing)
        {
            if (file is null)
                _ = _files.Remove(path) && _stamps.Remove(path);
            else
                _files[path] = file;
            _current = new([.. _order.Where(_files.ContainsKey).Select(one => _files[one])]);
        }
    }

    /// <summary>What tells that a file was saved, or that another file has taken or given up its name.</summary>
    private readonly record struct Stamp(DateTime Written, long Length, string? Clash)
    {
        public static Stamp Of(string path, IReadOnlyDictionary<string, Finding> clashes)
        {
            FileSystemInfo file = new FileInfo(path);
            try
            {
                file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            }
            catch (IOException)
            {
                // It is gone, or the link leads nowhere.
            }
            return new(file.LastWriteTimeUtc, file is FileInfo { Exists: true, Length: var length } ? length : -1, clashes.GetValueOrDefault(path)?.Message);
        }
    }
}
