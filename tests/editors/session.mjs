import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs an editor in a home folder of its own, with the lines that docs/editors.md has for it and a script that has one
 * mistake in line 4. The command eliza is on the path.
 * @param language the language of the lines in docs/editors.md
 * @param start gives the editor's command from the paths of its settings and of the script
 * @returns what the editor printed, and the script after it
 */
export async function editScript(language, start) {
  const home = await mkdtemp(join(tmpdir(), 'eliza-editor-'));
  try {
    const script = join(home, 'parrot.eliza');
    await writeFile(script, 'initial: Hi.\nkey: xnone\n    decomp: *\n        reasmb: goto mothre\nkey: mother\n    decomp: *\n        reasmb: Oh.\n');
    const page = await readFile(new URL('../../docs/editors.md', import.meta.url), 'utf8');
    const settings = join(home, `init.${language}`);
    await writeFile(settings, new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)[1]);
    await writeFile(join(home, 'eliza'), '#!/bin/sh\nexec dotnet "$ELIZA_CLI" "$@"\n');
    await chmod(join(home, 'eliza'), 0o755);

    const [command, ...options] = start(settings, script);
    const environment = { ...process.env, PATH: `${home}:${process.env.PATH}`, HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
    const { stdout, stderr } = await run(command, options, { cwd: home, env: environment });
    return { output: stdout + stderr, script: await readFile(script, 'utf8') };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Where a file of this folder is. */
export const pathOf = (file) => new URL(file, import.meta.url).pathname;
