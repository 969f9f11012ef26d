using System.Text;
using Eliza.Cli.Page;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>How the text of the page becomes the text of the file.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb\n", "a\nnew\n")]
    [InlineData("a\r\nb\r\n", "a\r\nnew\r\n")]
    [InlineData("\uFEFFa\r\nb\r\n", "\uFEFFa\r\nnew\r\n")]
    public void The_ends_of_lines_and_the_byte_order_mark_stay_the_files_own(string before, string after)
    {
        var path = Write(before);
        var file = ScriptFile.Read(path);
        file.Text.ShouldBe("a\nb\n");
        ScriptFile.TryWrite(path, "a\nnew\n", file.Version, out var written).ShouldBeTrue();
        File.ReadAllBytes(path).ShouldBe(Encoding.UTF8.GetBytes(after));
        written.Version.ShouldBe(ScriptFile.Read(path).Version);
        Directory.GetFiles(_folder.FullName).ShouldBe([path], "nothing is left beside it");
    }

    [Fact]
    public void A_file_that_was_changed_meanwhile_stays_as_it_is()
    {
        var path = Write("mine");
        var version = ScriptFile.Read(path).Version;
        File.WriteAllText(path, "theirs");
        ScriptFile.TryWrite(path, "new", version, out var file).ShouldBeFalse();
        file.Text.ShouldBe("theirs");
        File.ReadAllText(path).ShouldBe("theirs");
    }

    [Fact]
    public void What_is_not_UTF8_is_not_read_as_something_else()
    {
        var path = Write("");
        File.WriteAllBytes(path, [(byte)'a', 0xE9]);
        Should.Throw<DecoderFallbackException>(() => ScriptFile.Read(path));
    }

    [Fact]
    public void A_link_stays_a_link_and_the_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Write("old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(path, Mode);
        var link = File.CreateSymbolicLink(_folder["link.txt"], path).FullName;
        ScriptFile.TryWrite(link, "new", ScriptFile.Read(link).Version, out _).ShouldBeTrue();
        new FileInfo(link).LinkTarget.ShouldBe(path);
        File.ReadAllText(path).ShouldBe("new");
        File.GetUnixFileMode(path).ShouldBe(Mode);
    }

    private string Write(string text)
    {
        var path = _folder["script.txt"];
        File.WriteAllText(path, text);
        return path;
    }
}
