using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Compiler.Tests;

/// <summary>Files are saved in a watched folder, in the ways of editors.</summary>
public sealed class LiveScriptsTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly StoppableClock _clock = new();
    private readonly Channel<ScriptChange> _changes = Channel.CreateUnbounded<ScriptChange>();
    private LiveScripts _scripts = null!;
    private int _others;

    public async Task InitializeAsync()
    {
        Save("parrot", Saying("eight"));
        _scripts = new LiveScripts(new ScriptPaths(_folder.FullName), watches: true, _clock);
        _scripts.Changed += change => _changes.Writer.TryWrite(change);
        await _scripts.Loaded;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _scripts.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task After_a_thousand_saves_memory_is_as_it_was_and_what_was_replaced_is_unloaded()
    {
        _clock.Stop();
        var replaced = new List<WeakReference>();
        var early = 0L;
        for (var i = 1; i <= 1_000; i++)
        {
            replaced.Add(AssemblyOf("parrot"));
            Save("parrot", Saying($"{i}"));
            (await NextAsync()).File.HasErrors.ShouldBeFalse();
            Reply("parrot").ShouldBe($"Pieces of {i}!");
            if (i == 200)
                early = MemoryNow();
        }

        var late = MemoryNow();

        // The C# compiler itself keeps a limited number of old texts.
        replaced.Count(assembly => assembly.IsAlive).ShouldBeLessThan(5);
        (late - early).ShouldBeLessThan(32L << 20);
    }

    [Fact]
    public async Task A_talk_that_has_begun_goes_on_with_the_script_it_began_with()
    {
        var talk = Find("parrot").Start();
        Save("parrot", Saying("nine"));
        await NextAsync();
        talk.Reply("hello").ShouldBe("Pieces of eight!");
        Reply("parrot").ShouldBe("Pieces of nine!");
    }

    [Fact]
    public async Task Editors_that_save_by_renaming_do_no_harm()
    {
        _clock.Stop();
        File.WriteAllText(_folder["parrot.txt.tmp"], Saying("nine"));
        File.Move(_folder["parrot.txt.tmp"], _folder["parrot.txt"], overwrite: true);
        Ensure(await NextAsync(), "parrot", "nine");

        File.Move(_folder["parrot.txt"], _folder["parrot.txt~"]);
        Save("parrot", Saying("ten"));
        File.Delete(_folder["parrot.txt~"]);
        Ensure(await NextAsync(), "parrot", "ten");
        _clock.Go();
        await ShouldBeQuietAsync();
    }

    [Fact]
    public async Task A_file_that_is_written_in_two_halves_is_heard_once_it_is_whole()
    {
        _clock.Stop();
        var text = Saying("nine");
        using (var file = new StreamWriter(_folder["parrot.txt"]))
        {
            file.Write(text[..^20]);
            file.Flush();
            await ShouldBeQuietAsync();
            file.Write(text[^20..]);
        }
        Ensure(await NextAsync(), "parrot", "nine");
        _clock.Go();
        await ShouldBeQuietAsync();
    }

    [Fact]
    public async Task Files_come_are_renamed_and_go()
    {
        Save("macaw", Saying("ten"));
        Ensure(await NextAsync(), "macaw", "ten");

        File.Move(_folder["macaw.txt"], _folder["cockatoo.txt"]);
        var changes = new[] { await NextAsync(), await NextAsync() };
        changes.Select(change => (change.File.Name, change.IsGone)).ShouldBe([("cockatoo", false), ("macaw", true)], ignoreOrder: true);
        Names().ShouldBe(["cockatoo", "parrot"]);

        File.Delete(_folder["cockatoo.txt"]);
        (await NextAsync()).IsGone.ShouldBeTrue();
        Names().ShouldBe(["parrot"]);
    }

    [Fact]
    public async Task A_file_may_end_in_txt_or_eliza_and_two_that_differ_only_there_clash()
    {
        File.WriteAllText(_folder["macaw.eliza"], Saying("ten"));
        Ensure(await NextAsync(), "macaw", "ten");

        Save("macaw", Saying("eleven"));
        var clash = await NextAsync();
        clash.File.Findings.ShouldHaveSingleItem().Id.ShouldBe("ELIZA0010");
        Reply("macaw").ShouldBe("Pieces of ten!");

        File.Delete(_folder["macaw.txt"]);
        (await NextAsync()).IsGone.ShouldBeTrue();
        Names().ShouldBe(["macaw", "parrot"]);
    }

    [Fact]
    public async Task Of_two_scripts_one_breaks_and_is_mended_and_the_other_never_notices()
    {
        Save("macaw", Saying("ten"));
        await NextAsync();
        var parrot = Find("parrot");

        Save("macaw", Saying("eleven") + "colour: red\n");
        var broken = await NextAsync();
        broken.File.HasErrors.ShouldBeTrue();
        broken.File.Findings.ShouldHaveSingleItem().Id.ShouldBe("ELIZA0012");
        Reply("macaw").ShouldBe("Pieces of ten!");
        Find("parrot").ShouldBeSameAs(parrot);

        Save("macaw", Saying("twelve"));
        Ensure(await NextAsync(), "macaw", "twelve");
        Find("parrot").ShouldBeSameAs(parrot);
    }

    [Fact]
    public async Task A_script_that_never_worked_is_listed_and_does_not_talk()
    {
        Save("macaw", "colour: red\n");
        var change = await NextAsync();
        change.Scripts.Files.Select(file => (file.Name, file.HasErrors)).ShouldBe([("macaw", true), ("parrot", false)]);
        change.Scripts.Scripts.ShouldHaveSingleItem().Name.ShouldBe("parrot");
    }

    [Fact]
    public async Task Two_editors_at_once_lose_nothing()
    {
        Save("macaw", Saying("ten"));
        await NextAsync();
        _clock.Stop();

        await Task.WhenAll(EditAsync("parrot"), EditAsync("macaw"));

        await UntilAsync(() => Reply("parrot") == "Pieces of parrot 40!" && Reply("macaw") == "Pieces of macaw 40!");
        while (_changes.Reader.TryRead(out var change))
            change.ShouldSatisfyAllConditions(one => one.IsGone.ShouldBeFalse(), one => one.File.HasErrors.ShouldBeFalse());

        async Task EditAsync(string name)
        {
            for (var i = 1; i <= 40; i++)
            {
                Save(name, Saying($"{name} {i}"));
                await Task.Delay(i % 5 * 10);
            }
        }
    }

    private static string Saying(string what) => $"initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of {what}!\n";

    private void Save(string name, string text) => File.WriteAllText(_folder[name + ".txt"], text);

    private async Task<ScriptChange> NextAsync() => await _changes.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(20, patience.Token);
    }

    // Saves one file twice. When both changes were reported, everything before them was handled too.
    private async Task ShouldBeQuietAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            Save("other", Saying($"{++_others}"));
            (await NextAsync()).File.Name.ShouldBe("other");
        }
    }

    private void Ensure(ScriptChange change, string name, string what)
    {
        (change.File.Name, change.IsGone, change.File.HasErrors).ShouldBe((name, false, false));
        Reply(name).ShouldBe($"Pieces of {what}!");
    }

    private IEnumerable<string> Names() => _scripts.Current.Scripts.Select(script => script.Name);

    private Script Find(string name) => _scripts.Current.Find(name)!.Script!;

    private string Reply(string name) => Find(name).Start().Reply("hello");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference AssemblyOf(string name) => new(Find(name).GetType().GenericTypeArguments[0].Assembly);

    private static long MemoryNow()
    {
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>A clock that can be stopped. While it is stopped, no error counts, however slow the machine is; after that, all of them do.</summary>
    private sealed class StoppableClock : TimeProvider
    {
        private long _stopped;
        private long _leap;

        public void Stop() => Volatile.Write(ref _stopped, GetTimestamp());

        public void Go()
        {
            Volatile.Write(ref _leap, _leap + TimestampFrequency);
            Volatile.Write(ref _stopped, 0);
        }

        public override long GetTimestamp() => Volatile.Read(ref _stopped) is var stopped and not 0 ? stopped : base.GetTimestamp() + Volatile.Read(ref _leap);
    }
}
