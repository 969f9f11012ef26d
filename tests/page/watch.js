// Serves a copy of the scripts, which a test can change. The copy is deleted at the end.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.ELIZA_CLI ?? join(repository, 'artifacts/bin/Eliza.Cli/debug/eliza.dll');

/** { url, script, says(pattern), stop() }: where it will serve, the path of doctor.txt, and what its output comes to say. */
export async function startWatch() {
  const root = await mkdtemp(join(tmpdir(), 'eliza-watch-'));
  await cp(join(repository, 'scripts'), join(root, 'scripts'), { recursive: true });
  const url = `http://127.0.0.1:${await freePort()}`;
  const watch = spawn('dotnet', [program, '--urls', url], {
    cwd: root, env: { ...process.env, DOTNET_EnableDiagnostics: '0' }, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(watch, 'exit');
  let output = '';
  for (const stream of [watch.stdout, watch.stderr]) stream.on('data', (data) => { output += data; });
  return {
    url,
    script: join(root, 'scripts/doctor.txt'),
    /** Waits until it has said this after all that was asked for before; the caller sets the limit. */
    async says(pattern) {
      for (;;) {
        const found = pattern.exec(output);
        if (found) {
          output = output.slice(found.index + found[0].length);
          return found[0];
        }
        if (watch.exitCode !== null || watch.signalCode !== null) throw new Error(`eliza ended:\n${output}`);
        await setTimeout(100);
      }
    },
    async stop() {
      process.kill(-watch.pid, 'SIGKILL');
      await ended;
      await rm(root, { recursive: true, maxRetries: 5 });
    },
  };
}

/** Replaces a text in a file. */
export async function change(file, from, to) {
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
}

// The server always uses the same port, so the system cannot choose one.
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
