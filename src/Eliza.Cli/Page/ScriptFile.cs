using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Eliza.Cli.Page;

/// <summary>The text of a script's file. In the page lines end in LF, as in browsers; the file keeps its own line ends and byte order mark.</summary>
internal sealed class ScriptFile
{
    private const string FileEnd = "\r\n";
    private const string PageEnd = "\n";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Lock Writing = new();

    private readonly bool _hasMark;
    private readonly bool _hasFileEnds;

    private ScriptFile(byte[] bytes)
    {
        _hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = Utf8.GetString(_hasMark ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
        _hasFileEnds = text.Contains(FileEnd, StringComparison.Ordinal);
        Version = VersionOf(text);
        Text = ForPage(text);
    }

    /// <summary>The text for the page.</summary>
    public string Text { get; }

    /// <summary>A hash of the text.</summary>
    public string Version { get; }

    /// <summary>The hash of a text.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A text with the line ends of the page.</summary>
    public static string ForPage(string text) => text.Replace(FileEnd, PageEnd, StringComparison.Ordinal).Replace("\r", PageEnd, StringComparison.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The program has no right to read it.</exception>
    /// <exception cref="DecoderFallbackException">The file is not UTF-8, so it could not be written back unchanged.</exception>
    public static ScriptFile Read(string path) => new(File.ReadAllBytes(path));

    /// <summary>Writes a new text, completely or not at all, if nobody has changed the file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="text">The new text.</param>
    /// <param name="version">The version that the author has changed.</param>
    /// <param name="file">The file after the call.</param>
    /// <returns>Whether the text was written. It is not if the file has another version by now.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The program has no right to read or write it.</exception>
    /// <exception cref="EncoderFallbackException">The text has half of a surrogate pair.</exception>
    public static bool TryWrite(string path, string text, string version, out ScriptFile file)
    {
        lock (Writing)
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            file = Read(target);
            if (file.Version != version)
                return false;
            var bytes = file.Encode(ForPage(text));
            Replace(target, bytes);
            file = new(bytes);
            return true;
        }
    }

    private byte[] Encode(string text)
    {
        var body = Utf8.GetBytes(_hasFileEnds ? text.Replace(PageEnd, FileEnd, StringComparison.Ordinal) : text);
        return _hasMark ? [.. Encoding.UTF8.Preamble, .. body] : body;
    }

    // Writes a new file with another ending and renames it. So nobody reads half a script, and a full disk destroys none.
    [SuppressMessage("Interoperability", "CA1416", Justification = "Windows is asked for first.")]
    private static void Replace(string path, byte[] bytes)
    {
        var other = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(other, bytes);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(other, File.GetUnixFileMode(path));
            File.Move(other, path, overwrite: true);
        }
        catch
        {
            File.Delete(other);
            throw;
        }
    }
}
