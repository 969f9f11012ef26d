using System.Collections.Concurrent;
using Eliza.Compiler;
using Eliza.Runtime;

namespace Eliza.Engine.Tests.Support;

/// <summary>The scripts of the tests.</summary>
internal static class TestScripts
{
    public const string Path = "script.txt";

    private static readonly ConcurrentDictionary<string, Script> Compiled = [];

    /// <summary>A compiled script. The same text gives the same object.</summary>
    /// <exception cref="ArgumentException">The generator refuses the script; the message says why.</exception>
    public static Script Compile(string text) => Compiled.GetOrAdd(text, one => CompileAnew(one));

    /// <summary>A script that is compiled again, and unloaded when the test no longer uses it.</summary>
    /// <exception cref="ArgumentException">The generator refuses the script; the message says why.</exception>
    public static Script CompileAnew(string text)
    {
        var compiled = ScriptCompiler.Compile(Path, text);
        return compiled.Script ?? throw new ArgumentException(string.Join('\n', compiled.Findings));
    }
}
