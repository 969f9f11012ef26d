// Starts the local host on a free port, from the existing build.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = process.env.ELIZA_CLI ?? fileURLToPath(new URL('../../artifacts/bin/Eliza.Cli/debug/eliza.dll', import.meta.url));

/** A server of its own: { url, stop() }. */
export async function startServer(program_ = program, port = 0) {
  const server = spawn('dotnet', [program_, '--urls', `http://127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    const url = /listens on (http:\S+)/.exec(line)?.[1];
    if (url) {
      server.stdout.resume();
      return {
        url,
        async stop() {
          server.kill('SIGINT');
          await once(server, 'exit');
        },
      };
    }
  }
  throw new Error(`${program_} ended before it listened. Build src/Eliza.Cli first.`);
}
