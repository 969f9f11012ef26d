'use strict';

const { homedir } = require('node:os');
const { delimiter, join } = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { findServer } = require('./server');

const Install = 'dotnet tool install --global Eliza';
const Tools = join(homedir(), '.dotnet', 'tools'); // where it is installed, even if the path does not have it yet

let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('eliza.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('eliza.path') && restart()));
  await start();
}

async function deactivate() {
  const old = client;
  client = undefined;
  await old?.stop();
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const server = findServer(vscode.workspace.getConfiguration('eliza').get('path'), folders, [process.env.PATH ?? '', Tools].join(delimiter));
  if (!server) return offer();
  client = new LanguageClient('eliza', 'ELIZA', server, { documentSelector: [{ language: 'eliza' }] });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`${server.command} could not be started: ${error.message}`);
  }
}

async function offer() {
  const answer = await vscode.window.showInformationMessage(`The command 'eliza' is not installed. '${Install}' installs it.`, 'Install', 'Settings');
  if (answer === 'Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'eliza.path');
  if (answer !== 'Install') return;
  const shell = new vscode.ShellExecution(Install);
  const running = await vscode.tasks.executeTask(new vscode.Task({ type: 'eliza' }, vscode.TaskScope.Workspace, 'Install', 'ELIZA', shell));
  const listener = vscode.tasks.onDidEndTaskProcess(async (ended) => {
    if (ended.execution !== running) return;
    listener.dispose();
    if (ended.exitCode === 0) await restart();
  });
}

module.exports = { activate, deactivate };
