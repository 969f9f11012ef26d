'use strict';

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

const folder = join(__dirname, '..');
const files = new Map(require('../package.json').contributes.grammars.map((grammar) => [grammar.scopeName, join(folder, grammar.path)]));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scope) => textmate.parseRawGrammar(readFileSync(files.get(scope), 'utf8'), files.get(scope)),
});

/** Each piece of a script that has a colour, with the name of its colour. */
async function colours(script) {
  const grammar = await registry.loadGrammar('source.eliza');
  const pieces = [];
  let stack = textmate.INITIAL;
  for (const line of script.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1);
      if (scopes.length > 1 && !scope.startsWith('punctuation')) pieces.push([line.slice(startIndex, endIndex).trim(), scope.replace(/\.eliza(\.list)?$/, '')]);
    }
  }
  return pieces;
}

test('A keyword has its tag, its name and its rank', async () => {
  assert.deepEqual(await colours('key: mother 5'), [['key', 'keyword.other.tag'], ['mother', 'entity.name.function.keyword'], ['5', 'constant.numeric.rank']]);
});

test('A pattern has wildcards, words, classes and the mark of a memory', async () => {
  assert.deepEqual(await colours('  decomp: $ * my @kin'), [
    ['decomp', 'keyword.other.tag'], ['$', 'storage.modifier.memory'], ['*', 'keyword.operator.wildcard'], ['my', 'string.unquoted.pattern'], ['@kin', 'entity.name.type.class'],
  ]);
});

test('A reply has its components, and a goto where it leads', async () => {
  assert.deepEqual(await colours('reasmb: Your (2)?'), [['reasmb', 'keyword.other.tag'], ['(2)', 'variable.parameter.component']]);
  assert.deepEqual(await colours('reasmb: goto what'), [['reasmb', 'keyword.other.tag'], ['goto', 'keyword.control.goto'], ['what', 'entity.name.function.keyword']]);
  assert.deepEqual(await colours('REASMB: newkey'), [['REASMB', 'keyword.other.tag'], ['newkey', 'keyword.control.newkey']]);
});

test('A note is one only at the beginning of a line', async () => {
  assert.deepEqual(await colours('  # a note: (2)'), [['# a note: (2)', 'comment.line.number-sign']]);
  assert.deepEqual(await colours('final: We are # 1; bye'), [['final', 'keyword.other.tag']]);
});

test('A rule of 1966 has keyword, substitute, rank, tags, components and links', async () => {
  assert.deepEqual(await colours('(MY = YOUR 2 ; a note\n  DLIST(/KIN)\n  ((0 YOUR (/KIN) 0)\n    (TELL ME OF 3)\n    (=MUM)\n    (NEWKEY)))\n'), [
    ['MY', 'entity.name.function.keyword'], ['=', 'keyword.operator'], ['2', 'constant.numeric'], ['; a note', 'comment.line.semicolon'],
    ['DLIST', 'storage.modifier.dlist'], ['(/KIN)', 'entity.name.type.class'],
    ['0', 'constant.numeric.component'], ['(/KIN)', 'entity.name.type.class'], ['0', 'constant.numeric.component'],
    ['3', 'constant.numeric.component'], ['=', 'keyword.control.goto'], ['MUM', 'entity.name.function.keyword'], ['(NEWKEY)', 'keyword.control.newkey'],
  ]);
});

test('NONE and MEMORY are words of the list language', async () => {
  assert.deepEqual((await colours('(NONE ((0) (GO ON)))\n(MEMORY MY (0 = A 1))')).map(([piece]) => piece).filter((piece) => /[A-Z]/.test(piece) && piece !== 'MY'), ['NONE', 'MEMORY']);
});

test('Every line of DOCTOR that is no reply and not blank has a colour', async () => {
  const lines = readFileSync(join(folder, '../../scripts/doctor.txt'), 'utf8').split('\n').filter((line) => line.trim());
  for (const line of lines) assert.ok((await colours(line)).length > 0, line);
});
