using System.Text.Json;

namespace Eliza.Cli.Editing.Protocol;

/// <summary>The first message of a client.</summary>
internal sealed record InitializeParams(int? ProcessId, JsonElement? Capabilities);

/// <summary>The server's answer to it.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>The server's name and version.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities
{
    /// <summary>The unit of <see cref="Position.Character"/>.</summary>
    public string PositionEncoding { get; init; } = "utf-16";

    /// <summary>How documents are sent.</summary>
    public TextDocumentSync TextDocumentSync { get; } = new();

    /// <summary>Fixes for single findings, and one action that makes all of them.</summary>
    public object CodeActionProvider { get; } = new { CodeActionKinds = new[] { Mending.QuickFix, Mending.FixAll } };

    /// <summary>The characters after which the editor asks for proposals.</summary>
    public object CompletionProvider { get; } = new { TriggerCharacters = new[] { "@", "(", " ", "=", "/" } };

    /// <summary>Renaming. The editor can ask first whether a name can be renamed.</summary>
    public object RenameProvider { get; } = new { PrepareProvider = true };

    public bool HoverProvider { get; } = true;

    /// <summary>Finds where a name is declared.</summary>
    public bool DefinitionProvider { get; } = true;

    /// <summary>Finds where a name is used.</summary>
    public bool ReferencesProvider { get; } = true;

    /// <summary>Highlights where a name is used.</summary>
    public bool DocumentHighlightProvider { get; } = true;

    public bool DocumentSymbolProvider { get; } = true;

    /// <summary>Rules can be folded.</summary>
    public bool FoldingRangeProvider { get; } = true;

    public bool DocumentFormattingProvider { get; } = true;

    public bool DocumentRangeFormattingProvider { get; } = true;

    /// <summary>The characters after which a line is formatted.</summary>
    public object DocumentOnTypeFormattingProvider { get; } = new { FirstTriggerCharacter = "\n", MoreTriggerCharacter = new[] { ":" } };

    /// <summary>The kinds of words, which editors colour.</summary>
    public object SemanticTokensProvider { get; } = new { Legend = new { TokenTypes = Colours.Kinds, TokenModifiers = Array.Empty<string>() }, Full = true };

    /// <summary>What is said above decompositions. It is all known when it is asked for.</summary>
    public object CodeLensProvider { get; } = new { ResolveProvider = false };

    /// <summary>What a lens does.</summary>
    public object ExecuteCommandProvider { get; } = new { Commands = new[] { Lenses.Try } };

    /// <summary>The numbers of components.</summary>
    public bool InlayHintProvider { get; } = true;
}

/// <summary>How documents are sent: the 2 means as changes.</summary>
internal sealed record TextDocumentSync(bool OpenClose = true, int Change = 2);
