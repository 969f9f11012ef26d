'use strict';

const assert = require('node:assert/strict');
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { test } = require('node:test');
const { findServer } = require('../server');

test('The command is that of the settings, else that on the path, else the sources that are open, else none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eliza-'));
  try {
    const sources = join(folder, 'sources');
    mkdirSync(join(sources, 'src/Eliza.Cli'), { recursive: true });
    writeFileSync(join(sources, 'src/Eliza.Cli/Eliza.Cli.csproj'), '');
    assert.equal(findServer('', [folder], folder, ['eliza']), null);
    assert.deepEqual(findServer('', [folder, sources], folder, ['eliza']), { command: 'dotnet', args: ['run', '--project', join(sources, 'src/Eliza.Cli'), '--', 'lsp'] });
    writeFileSync(join(folder, 'eliza'), '');
    assert.deepEqual(findServer('', [sources], folder, ['eliza']), { command: join(folder, 'eliza'), args: ['lsp'] });
    assert.deepEqual(findServer('/opt/eliza', [sources], folder, ['eliza']), { command: '/opt/eliza', args: ['lsp'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
