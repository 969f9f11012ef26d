using System.Runtime.CompilerServices;

namespace Eliza.Testing;

/// <summary>
/// Compares text with a file beside the test, named as Verify names it: <c>Class.Method.verified.txt</c>. What differs is
/// left in <c>*.received.txt</c>, to be looked at and renamed; with <c>UPDATE_SNAPSHOTS=1</c> in the environment all are
/// rewritten instead. To move to Verify is to change this file.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="actual">What the test got.</param>
    /// <param name="variant">Which of several snapshots of one test.</param>
    /// <param name="path">The file of the test; its name is that of the class.</param>
    /// <param name="method">The test.</param>
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
