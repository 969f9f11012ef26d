import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { editScript, pathOf } from './session.mjs';

const finding = /ELIZA0006\]?: There is no keyword 'mothre' to go to\. Did you mean 'mother'\?/;
const mended = 'initial: Hi.\nkey: xnone\n    decomp: *\n        reasmb: goto mama\nkey: mama\n    decomp: *\n        reasmb: Oh.\n';
const isAbsent = (command, ...options) => spawnSync(command, options).status !== 0;

test('Neovim with the lines of docs/editors.md shows a finding, applies its fix, renames and tries a line', { skip: isAbsent('nvim', '--version') && 'there is no nvim' }, async () => {
  const { output, script } = await editScript('lua', (settings, file) => ['nvim', '--headless', '-n', '-u', settings, file, '-c', `luafile ${pathOf('neovim.lua')}`]);
  assert.match(output, finding);
  for (const told of ['Try: "something"', 'Try: "mama"', 'You: mama\nELIZA: Oh.']) assert.ok(output.includes(told), told);
  assert.equal(script, mended);
});

test('Emacs with the lines of docs/editors.md shows a finding, applies its fix and renames', { skip: isAbsent('emacs', '--batch', '-l', 'eglot') && 'there is no emacs with eglot' }, async () => {
  const { output, script } = await editScript('elisp', (settings) => ['emacs', '--batch', '-l', settings, '-l', pathOf('emacs.el')]);
  assert.match(output, finding);
  assert.equal(script, mended);
});
