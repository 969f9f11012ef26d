'use strict';

const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const Project = join('src', 'Eliza.Cli');

/**
 * The command that starts the language server: from the settings, from the path, or from the sources
 * that are open. Null if there is none.
 */
function findServer(setting, folders, path, names = process.platform === 'win32' ? ['eliza.exe', 'eliza.cmd'] : ['eliza']) {
  if (setting) return { command: setting, args: ['lsp'] };
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const name of names) if (existsSync(join(folder, name))) return { command: join(folder, name), args: ['lsp'] };
  }
  const sources = folders.find((folder) => existsSync(join(folder, Project, 'Eliza.Cli.csproj')));
  return sources ? { command: 'dotnet', args: ['run', '--project', join(sources, Project), '--', 'lsp'] } : null;
}

module.exports = { findServer };
