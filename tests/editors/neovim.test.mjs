import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const isAbsent = spawnSync('nvim', ['--version']).status !== 0;

test('Neovim with the lines of docs/editors.md shows a finding, applies its fix and renames', { skip: isAbsent && 'there is no nvim' }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eliza-neovim-'));
  try {
    const script = join(folder, 'parrot.eliza');
    await writeFile(script, 'initial: Hi.\nkey: xnone\n    decomp: *\n        reasmb: goto mothre\nkey: mother\n    decomp: *\n        reasmb: Oh.\n');
    const page = await readFile(new URL('../../docs/editors.md', import.meta.url), 'utf8');
    await writeFile(join(folder, 'init.lua'), /```lua\n(.*?)```/s.exec(page)[1]);
    await writeFile(join(folder, 'eliza'), '#!/bin/sh\nexec dotnet "$ELIZA_CLI" "$@"\n');
    await chmod(join(folder, 'eliza'), 0o755);

    const session = new URL('neovim.lua', import.meta.url).pathname;
    const environment = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
    const { stdout, stderr } = await run('nvim', ['--headless', '-n', '-u', join(folder, 'init.lua'), script, '-c', `luafile ${session}`], { cwd: folder, env: environment });

    assert.match(stdout + stderr, /ELIZA0006: There is no keyword 'mothre' to go to\. Did you mean 'mother'\?/);
    assert.equal(await readFile(script, 'utf8'), 'initial: Hi.\nkey: xnone\n    decomp: *\n        reasmb: goto mama\nkey: mama\n    decomp: *\n        reasmb: Oh.\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
