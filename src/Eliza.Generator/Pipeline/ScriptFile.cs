using Eliza.Generator.Language;
using Microsoft.CodeAnalysis;

namespace Eliza.Generator.Pipeline;

/// <summary>A script of the project.</summary>
internal sealed record ScriptFile(string Path, string Text)
{
    public static ScriptFile Read(AdditionalText file, CancellationToken cancellation) => new(file.Path, file.GetText(cancellation)?.ToString() ?? FileFormats.Binary);
}
