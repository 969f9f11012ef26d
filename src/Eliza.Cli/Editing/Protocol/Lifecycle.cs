using System.Text.Json;

namespace Eliza.Cli.Editing.Protocol;

/// <summary>What a client says of itself at first.</summary>
internal sealed record InitializeParams(int? ProcessId, JsonElement? Capabilities);

/// <summary>What the server answers.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>The server's name and version.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities
{
    /// <summary>The unit of <see cref="Position.Character"/>.</summary>
    public string PositionEncoding { get; init; } = "utf-16";

    /// <summary>Documents come as changes.</summary>
    public TextDocumentSync TextDocumentSync { get; } = new();

    /// <summary>What is mended: single findings, and all at once.</summary>
    public object CodeActionProvider { get; } = new { CodeActionKinds = new[] { Mending.QuickFix, Mending.FixAll } };

    /// <summary>What brings completion up.</summary>
    public object CompletionProvider { get; } = new { TriggerCharacters = new[] { "@", "(", " ", "=", "/" } };

    /// <summary>Names are tried before they are asked for.</summary>
    public object RenameProvider { get; } = new { PrepareProvider = true };

    /// <summary>What is said of a thing.</summary>
    public bool HoverProvider { get; } = true;

    /// <summary>Where a thing is declared.</summary>
    public bool DefinitionProvider { get; } = true;

    /// <summary>Where a thing is used.</summary>
    public bool ReferencesProvider { get; } = true;

    /// <summary>The same, as it is shown in the text.</summary>
    public bool DocumentHighlightProvider { get; } = true;

    /// <summary>The outline.</summary>
    public bool DocumentSymbolProvider { get; } = true;

    /// <summary>The rules, which can be folded.</summary>
    public bool FoldingRangeProvider { get; } = true;

    /// <summary>A whole script is formatted.</summary>
    public bool DocumentFormattingProvider { get; } = true;

    /// <summary>So is a stretch of it.</summary>
    public bool DocumentRangeFormattingProvider { get; } = true;

    /// <summary>What is typed to have a line formatted.</summary>
    public object DocumentOnTypeFormattingProvider { get; } = new { FirstTriggerCharacter = "\n", MoreTriggerCharacter = new[] { ":" } };

    /// <summary>What words are.</summary>
    public object SemanticTokensProvider { get; } = new { Legend = new { TokenTypes = Colours.Kinds, TokenModifiers = Array.Empty<string>() }, Full = true };

    /// <summary>The numbers of components.</summary>
    public bool InlayHintProvider { get; } = true;
}

/// <summary>How documents come: 2 is as changes.</summary>
internal sealed record TextDocumentSync(bool OpenClose = true, int Change = 2);
