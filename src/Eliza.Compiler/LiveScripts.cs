namespace Eliza.Compiler;

/// <summary>
/// The scripts of files and folders. They are compiled in the background from the start, and again when a file is saved. A new version
/// replaces the older one as a whole. If the new version has errors, the older one stays in use. A version that is no longer used is unloaded.
/// </summary>
public sealed class LiveScripts : IDisposable
{
    // An error or a missing file counts only after this time, because an editor may be saving the file.
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

    /// <summary>Starts compiling.</summary>
    /// <param name="paths">The scripts.</param>
    /// <param name="watches">Whether files that are saved later are compiled again.</param>
    public LiveScripts(ScriptPaths paths, bool watches = false)
        : this(paths, watches, TimeProvider.System)
    {
    }

    /// <summary>Starts compiling.</summary>
    /// <param name="paths">The scripts.</param>
    /// <param name="watches">Whether files that are saved later are compiled again.</param>
    /// <param name="clock">Measures how long an error lasts.</param>
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

    /// <summary>Raised when a file was saved or removed, with the result. Handlers must be quick.</summary>
    public event Action<ScriptChange>? Changed;

    /// <summary>Ends when all files of the start are compiled.</summary>
    public Task Loaded { get; }

    /// <summary>The scripts of this moment. While they load, it has those that are ready.</summary>
    public ScriptSet Current => _current;

    /// <summary>Stops compiling and watching. The scripts can still be used.</summary>
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
                    _doubts.Remove(path); // the file was missing only for a moment
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
            _ = _stamps.Remove(path) | _doubts.Remove(path); // the file was removed before it had a version
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

    /// <summary>A value that changes when the file is saved, or when it comes to share its name with another file or stops doing so.</summary>
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
                // The file was removed, or the link leads nowhere.
            }
            return new(file.LastWriteTimeUtc, file is FileInfo { Exists: true, Length: var length } ? length : -1, clashes.GetValueOrDefault(path)?.Message);
        }
    }
}
