import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { applyEdits } from './text.mjs';

const lsp = createRequire(import.meta.url)('vscode-languageserver-protocol/node.js');

/** A session of VS Code's own client library with a server of its own. The text here follows the edits that it asks for. */
export class Editor {
  #process = spawn('dotnet', [process.env.ELIZA_CLI, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  #ended = once(this.#process, 'exit');
  #connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(this.#process.stdout), new lsp.StreamMessageWriter(this.#process.stdin));
  #published = [];
  #waiting = [];
  #documents = new Map();
  #shown = [];
  #watching = [];

  constructor() {
    this.#connection.onNotification(lsp.PublishDiagnosticsNotification.type, (one) => {
      this.#published.push(one);
      this.#waiting = this.#waiting.filter((look) => !look(one));
    });
    this.#connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => this.#shown.push(message));
    this.#connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => { this.#watching.push(...registrations.flatMap((one) => one.registerOptions.watchers)); });
    this.#connection.onRequest(lsp.CodeLensRefreshRequest.type, () => { this.refreshes++; });
    this.#connection.listen();
  }

  async initialize() {
    const capabilities = {
      textDocument: { publishDiagnostics: { versionSupport: true } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, codeLens: { refreshSupport: true } },
    };
    const answer = await this.#connection.sendRequest(lsp.InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities });
    await this.#connection.sendNotification(lsp.InitializedNotification.type, {});
    return answer;
  }

  static async withText(text, uri) {
    const editor = new Editor();
    await editor.initialize();
    await editor.open(text, uri);
    return editor;
  }

  /** How often the server asked for new lenses. */
  refreshes = 0;

  /** The lenses as they are read: the line of the text that each stands above, and its words. */
  async lenses(uri = Editor.uri) {
    const lines = this.text(uri).split('\n');
    return (await this.ask('codeLens', null, {}, uri)).map(({ range, command }) => [lines[range.start.line].trim(), command.title]);
  }

  /** Runs the lens of some words, as a click does, and gives what is shown to the user. */
  async click(title, uri = Editor.uri) {
    const { command } = (await this.ask('codeLens', null, {}, uri)).find((lens) => lens.command.title === title);
    await this.#connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: command.command, arguments: command.arguments });
    return this.#shown.pop();
  }

  /** Tells that a file was saved, if the server wanted to know of such files. */
  async save(uri) {
    if (this.#watching.some(({ globPattern }) => uri.endsWith(globPattern.replace('**/*', ''))))
      await this.#connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: lsp.FileChangeType.Changed }] });
  }

  text(uri = Editor.uri) { return this.#documents.get(uri).text; }

  async open(text, uri = Editor.uri) {
    this.#documents.set(uri, { text, version: 1 });
    await this.#connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'eliza', version: 1, text } });
  }

  /** Makes edits, which all speak of the text before them, and tells the server only those. */
  async edit(edits, uri = Editor.uri) {
    const document = this.#documents.get(uri);
    document.text = applyEdits(document.text, edits);
    document.version++;
    const contentChanges = edits.toSorted((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)
      .map((edit) => ({ range: edit.range, text: edit.newText }));
    await this.#connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: document.version }, contentChanges });
  }

  /** The findings of the text as it is now, however many came before. */
  findings(uri = Editor.uri) {
    const { version } = this.#documents.get(uri);
    const isIt = (one) => one.uri === uri && one.version === version;
    const known = this.#published.find(isIt);
    if (known) return Promise.resolve(known.diagnostics);
    return new Promise((resolve) => this.#waiting.push((one) => isIt(one) && (resolve(one.diagnostics), true)));
  }

  /** Asks what stands first at some words of the text, or after all of it. */
  ask(method, words = null, more = {}, uri = Editor.uri) {
    return this.#connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...(words === null ? {} : { position: this.at(words, uri) }), ...more });
  }

  at(words, uri = Editor.uri) {
    const text = this.text(uri);
    const offset = words === '' ? text.length : text.indexOf(words);
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1).length };
  }

  send(method, parameters) { return this.#connection.sendRequest(method, parameters); }

  /** Says goodbye, and gives the exit code. */
  async leave() {
    await this.#connection.sendRequest(lsp.ShutdownRequest.type);
    await this.#connection.sendNotification(lsp.ExitNotification.type);
    return (await this.#ended)[0];
  }

  /** Goes without a word, and gives the exit code. */
  async vanish() {
    this.#connection.end();
    this.#process.stdin.end();
    return (await this.#ended)[0];
  }

  static uri = 'file:///scripts/parrot.eliza';
}
