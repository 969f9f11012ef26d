import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Editor } from './editor.mjs';
import { editsOf } from './text.mjs';

const Script = `initial: Hi.
pre: mum mother
synon: kin mother father
key: xnone
    decomp: *
        reasmb: Go on.
key: mother 5
    decomp: * my mother * @kin
        reasmb: (2), and (3)?
        reasmb: goto father
key: father 2
    decomp: *
        reasmb: Oh.
`;
const everything = { range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }, context: { diagnostics: [] } };
const editors = [];

/** An editor with a script, which says goodbye when all is over. */
async function withText(text, uri) {
  const editor = await Editor.withText(text, uri);
  editors.push(editor);
  return editor;
}

after(async () => {
  for (const editor of editors) await editor.leave();
});

test('A server says who it is and what it can do, and ends well when it is told to', async () => {
  const editor = new Editor();
  const { serverInfo, capabilities } = await editor.initialize();
  assert.equal(serverInfo.name, 'eliza');
  for (const what of ['hover', 'completion', 'definition', 'references', 'rename', 'codeAction', 'documentFormatting', 'documentSymbol', 'foldingRange', 'inlayHint', 'semanticTokens', 'codeLens', 'executeCommand'])
    assert.ok(capabilities[`${what}Provider`], what);
  assert.equal(await editor.leave(), 0);
});

test('An editor that goes without a word leaves no server behind, and its exit code says so', async () => {
  const editor = await Editor.withText(Script);
  assert.equal(await editor.vanish(), 1);
});

test('A mistake is found as it is typed, mended by the quick fix, and is gone', async () => {
  const editor = await withText(Script);
  assert.deepEqual(await editor.findings(), []);

  await editor.edit([{ range: { start: editor.at('father\nkey: father'), end: editor.at('\nkey: father') }, newText: 'fathre' }]);
  const [finding, ...others] = await editor.findings();
  assert.deepEqual(others, []);
  assert.equal(finding.code, 'ELIZA0006');
  assert.equal(finding.severity, 1);
  assert.equal(finding.message, "There is no keyword 'fathre' to go to. Did you mean 'father'?");
  assert.match(finding.codeDescription.href, /^file:.*ELIZA0006/);

  const fixes = await editor.ask('codeAction', null, { range: finding.range, context: { diagnostics: [finding], only: ['quickfix'] } });
  assert.deepEqual(fixes.map((fix) => fix.title), ["Write 'father' for 'fathre'", "Add the keyword 'fathre'"]);
  assert.ok(fixes[0].isPreferred);
  await editor.edit(editsOf(fixes[0].edit));
  assert.equal(editor.text(), Script);
  assert.deepEqual(await editor.findings(), []);
});

test('All that the compiler knows to mend is mended at once', async () => {
  const editor = await withText('initial Hi.\nkey xnone\ndecomp: ...\nreasmb; Go on.\n');
  const [action] = await editor.ask('codeAction', null, { ...everything, context: { diagnostics: [], only: ['source.fixAll'] } });
  await editor.edit(editsOf(action.edit));
  assert.equal(editor.text(), 'initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: Go on.\n');
});

test('What can stand here is offered', async () => {
  const editor = await withText(Script + '    decomp: * @');
  assert.deepEqual((await editor.ask('completion', '')).map((item) => item.label), ['kin']);
  await editor.edit([{ range: { start: editor.at(''), end: editor.at('') }, newText: 'kin\n        reasmb: goto ' }]);
  assert.deepEqual((await editor.ask('completion', '')).map((item) => item.label), ['xnone', 'mother', 'father']);
});

test('A pattern, a keyword, a class and a component are told in English', async () => {
  const editor = await withText(Script);
  const told = async (words) => (await editor.ask('hover', words)).contents.value;
  assert.match(await told('* my mother'), /^Matches a clause of:\n\n- `\(1\)` any words or none\n- “my”/);
  assert.equal(await told('mother 5'), 'The keyword `mother` has rank 5 and 1 decomposition.\n\nAfter it: `father` (2).');
  assert.equal(await told('kin\n'), 'The class `@kin` has the words `kin`, `mother`, `father`.');
  assert.equal(await told('3)?'), '`(3)` is one of @kin, of the pattern `* my mother * @kin`.');
});

test('A goto leads to its keyword, and a keyword to its uses', async () => {
  const editor = await withText(Script);
  const [definition] = await editor.ask('definition', 'father\nkey: father');
  assert.deepEqual(definition.range.start, editor.at('father 2'));
  assert.equal((await editor.ask('references', 'father 2', { context: { includeDeclaration: false } })).length, 1);
});

test('A keyword and a class are renamed wherever they are used, and what cannot be a name is refused', async () => {
  const editor = await withText(Script);
  await editor.edit(editsOf(await editor.ask('rename', 'mother 5', { newName: 'mama' })));
  await editor.edit(editsOf(await editor.ask('rename', 'kin mother', { newName: 'family' })));
  for (const line of ['pre: mum mama', 'key: mama 5', '* my mama * @family', 'synon: family mother father']) assert.ok(editor.text().includes(line), line);
  assert.deepEqual(await editor.findings(), []);
  await assert.rejects(editor.ask('rename', 'father 2', { newName: 'two words' }), /a name is one word/);
});

test('Above each decomposition stands a line that reaches it, and a click shows the reply', async () => {
  const editor = await withText(Script);
  assert.deepEqual(await editor.lenses(), [
    ['decomp: *', 'Try: "something"'],
    ['decomp: * my mother * @kin', 'Try: "my mother something mother"'],
    ['decomp: *', 'Try: "father"'],
  ]);
  assert.equal(await editor.click('Try: "father"'), 'You: father\nELIZA: Oh.');

  const list = 'file:///scripts/list.eliza';
  await editor.open('(HI)\n(MY = YOUR\n    ((0 YOUR 0)\n        (TELL ME OF 3)))\n(MEMORY MY (0 = A 1) (0 = B 1) (0 = C 1) (0 = D 1))\n(NONE\n    ((0)\n        (GO ON)))\n', list);
  assert.deepEqual((await editor.lenses(list)).slice(0, 2), [['((0 YOUR 0)', 'Try: "MY SOMETHING"'], ['((0)', 'Try: "SOMETHING"']]);
  assert.equal(await editor.click('Try: "MY SOMETHING"', list), 'You: MY SOMETHING\nELIZA: TELL ME OF SOMETHING');
});

test('The line follows the script: what is typed before a rule changes what reaches it, and a rule out of reach has no line', async () => {
  const editor = await withText(Script);
  const insert = (words, newText) => editor.edit([{ range: { start: editor.at(words), end: editor.at(words) }, newText }]);
  await insert('    decomp: *\n        reasmb: Oh.', '    decomp: father *\n        reasmb: Ah.\n');
  assert.deepEqual((await editor.lenses()).slice(2), [['decomp: father *', 'Try: "father"'], ['decomp: *', 'Try: "something father"']]);
  await insert('    decomp: father *', '    decomp: *\n        reasmb: Well.\n');
  assert.deepEqual((await editor.lenses()).slice(2), [['decomp: *', 'Try: "father"']]);
});

test('Transcripts beside a script say which decompositions they use, and again when one is saved', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eliza-lenses-'));
  try {
    const uri = pathToFileURL(join(folder, 'parrot.eliza')).href;
    const transcript = join(folder, 'transcripts', 'parrot-1.tsv');
    await mkdir(join(folder, 'transcripts'));
    await writeFile(transcript, 'Hm.\tGo on.\nMy father!\nHm.\n');
    const editor = await withText(Script, uri);
    const uses = async () => (await editor.lenses(uri)).map(([, title]) => title).filter((title) => title.includes('used'));
    assert.deepEqual(await uses(), ['used by 2 of 3 lines', 'never used', 'used by 1 of 3 lines']);

    await writeFile(transcript, 'My mother had a father.\n');
    await editor.save(pathToFileURL(transcript).href);
    assert.deepEqual(await uses(), ['never used', 'used by 1 of 1 line', 'never used']);
    assert.equal(editor.refreshes, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Formatting sets lines in and changes nothing else', async () => {
  const editor = await withText(Script.replaceAll(/^ +/gm, '').replace('key: father', 'KEY:   father'));
  await editor.edit(await editor.ask('formatting', null, { options: { tabSize: 4, insertSpaces: true } }));
  assert.equal(editor.text(), Script);
});

test('A list script is read as one', async () => {
  const list = '(HI)\n(MY = YOUR 3\n    ((0 YOUR (/KIN) 0)\n        (TELL ME OF 3)\n        (=MUM)))\n(MUM = MOTHER 1 DLIST(/KIN) ((0) (OH)))\n(NONE ((0) (GO ON)))\n';
  const editor = await withText(list);
  assert.equal((await editor.ask('hover', 'KIN) 0')).contents.value, 'The tag `KIN` is borne by `MUM`.');
  const [definition] = await editor.ask('definition', 'MUM)))');
  assert.deepEqual(definition.range.start, editor.at('MUM = MOTHER'));
});

test('Several scripts are open at once', async () => {
  const editor = await withText(Script);
  await editor.open('rubbish\n', 'file:///b.txt');
  assert.ok((await editor.findings('file:///b.txt')).length > 0);
  assert.deepEqual(await editor.findings(), []);
});

test('A message that makes no sense is refused and costs nothing else', async () => {
  const editor = await withText(Script);
  await assert.rejects(editor.send('textDocument/dance', {}), { code: -32601 });
  assert.equal(await editor.ask('hover', null, { position: { line: 9999, character: 9999 } }), null);
  assert.equal((await editor.ask('documentSymbol')).length, 4);
});

test('After random edits the server has the text that the editor has', async () => {
  const seed = Number(process.env.ELIZA_SEED ?? 1);
  const next = random(seed);
  const editor = await withText(Script);
  const fresh = await withText('');
  const pieces = ['key:', 'decomp:', 'reasmb: ', 'goto ', '\n', '@kin', '(1)', '*', '(', ')', 'mother ', 'é', '😀', '\t', ''];
  for (let i = 0; i < 60; i++) {
    const lines = editor.text().split('\n');
    const line = next(lines.length);
    const [one, other] = [place(lines[line], next), place(lines[line], next)].sort((a, b) => a - b);
    await editor.edit([{ range: { start: { line, character: one }, end: { line, character: other } }, newText: pieces[next(pieces.length)] + pieces[next(pieces.length)] }]);
    const uri = `file:///fresh/${i}.eliza`;
    await fresh.open(editor.text(), uri);
    assert.deepEqual(await editor.findings(), await fresh.findings(uri), `seed ${seed}, edit ${i}:\n${editor.text()}`);
    assert.deepEqual(await editor.ask('documentSymbol'), await fresh.ask('documentSymbol', null, {}, uri), `seed ${seed}, edit ${i}`);
  }
});

/** A place in a line that is not within a character. */
function place(line, next) {
  const characters = [...line];
  return characters.slice(0, next(characters.length + 1)).join('').length;
}

function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
