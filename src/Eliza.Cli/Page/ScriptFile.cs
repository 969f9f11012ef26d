using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Eliza.Cli.Page;

/// <summary>The text of a script's file. The page has its lines end in LF, as browsers do; the file keeps its own ends and its byte order mark.</summary>
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

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>What tells this text from all others.</summary>
    public string Version { get; }

    /// <summary>What tells a text from all others.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A text as the page has it.</summary>
    public static string ForPage(string text) => text.Replace(FileEnd, PageEnd, StringComparison.Ordinal).Replace("\r", PageEnd, StringComparison.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="DecoderFallbackException">It is not UTF-8, so that not all of it could be written back.</exception>
    public static ScriptFile Read(string path) => new(File.ReadAllBytes(path));

    /// <summary>Writes a new text whole or not at all, if the file is still as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it is to say.</param>
    /// <param name="version">The version of the text that the new one is made from.</param>
    /// <param name="file">The file as it is now.</param>
    /// <returns>Whether it was written; if not, the file says something else meanwhile.</returns>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read or written.</exception>
    /// <exception cref="EncoderFallbackException">The text has half a character.</exception>
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

    // Beside the file under a name that is no script's, then in its place: nobody reads half of it, and a full disk loses nothing.
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
