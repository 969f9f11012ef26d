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

  constructor() {
    this.#connection.onNotification(lsp.PublishDiagnosticsNotification.type, (one) => {
      this.#published.push(one);
      this.#waiting = this.#waiting.filter((look) => !look(one));
    });
    this.#connection.listen();
  }

  async initialize() {
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
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
