using System.Runtime.CompilerServices;

namespace Eliza.Testing;

/// <summary>
/// Compares text with a file beside the test. The file is named as Verify names it: <c>Class.Method.verified.txt</c>. A different
/// text is saved in <c>*.received.txt</c>, which can be renamed. With <c>UPDATE_SNAPSHOTS=1</c> in the environment all
/// files are rewritten. Only this file must change to use Verify instead.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="actual">The text of the test.</param>
    /// <param name="variant">Names the snapshot if a test has several.</param>
    /// <param name="path">The file of the test. It has the name of the class.</param>
    /// <param name="method">The name of the test.</param>
    public static void ShouldMatchSnapshot(
        this string actual, string? variant = null, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(path)}.{method}{(variant is null ? "" : $".{variant}")}";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, "Snapshots")).FullName;
        if (Updates)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.verified.txt"), actual);
            return;
        }

        actual.ShouldMatchApproved(options => options
            .NoDiff()
            .WithFilenameGenerator((_, _, kind, extension) =>
                Path.Combine(folder, $"{name}.{(kind == "approved" ? "verified" : kind)}.{extension}")));
    }
}
