using System.Text.Json;

namespace Eliza.Cli.Editing.Protocol;

/// <summary>A command of the server with its arguments.</summary>
internal sealed record ExecuteCommandParams(string Command, JsonElement[]? Arguments);
