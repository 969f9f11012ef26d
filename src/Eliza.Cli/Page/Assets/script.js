// The pane of the script: its text, its findings, the lines that the conversation has used, and the author's actions.

import { chooseText } from '/page/conflict.js';
import * as editor from '/page/editor.js';
import * as eliza from '/page/eliza.js';
import { at, count } from '/page/elements.js';
import { firstError, showFindings } from '/page/findings.js';
import { follow } from '/page/lines.js';
import { complain, tell } from '/page/notice.js';
import { showPane } from '/page/tabs.js';

const PauseMilliseconds = 120;
const MadeReply = new Set(['rewritten', 'tried', 'matched', 'chosen', 'reflected', 'linked', 'stored', 'fellBack']);

/** The server's facts about the script: { name, file, text, version, talkingText, findings, canTry, whyNotSaved }. */
let file = null;
let isChecking = 0;
let shown = { lit: [], used: [], rules: [], text: null };

const draftOf = (name) => `draft ${name}`;
const isChanged = () => file !== null && editor.text() !== file.text;
const canWrite = () => file?.canTry === true;

/** Opens a script, with the author's unsaved changes. */
export async function open(name) {
  file = await eliza.script(name);
  const draft = JSON.parse(sessionStorage[draftOf(name)] ?? 'null');
  editor.setWritable(canWrite());
  editor.setText(draft?.text ?? file.text);
  if (draft) file = { ...file, version: draft.version, text: draft.saved };
  at('script-title').textContent = file.file;
  for (const id of ['try', 'save', 'new-script']) at(id).hidden = !canWrite();
  shown = { lit: [], used: [], rules: [], text: null };
  if (draft) await check();
  else showFindings(file.findings, canWrite());
  showState();
  showBroken();
}

/** Handles a change of the file. The author's own text stays. */
export async function refresh() {
  const now = await eliza.script(file.name);
  if (now.name !== file.name) return;
  if (!isChanged() || editor.text() === now.text) {
    file = now;
    forgetDraft();
    editor.setText(now.text);
    showFindings(now.findings, canWrite());
  } else {
    // The version from which the author started is kept, so that saving finds the conflict.
    file = { ...file, talkingText: now.talkingText, findings: now.findings, isOvertaken: now.version !== file.version };
  }
  showState();
  showBroken();
  light();
}

/** Marks the lines that made the chosen reply, and those that the conversation has used. */
export function showUse(trace, isWhole, text) {
  if (trace === null) shown = { lit: [], used: [], rules: [], text };
  else {
    shown.lit = trace.steps.filter((step) => step.line && MadeReply.has(step.kind)).map((step) => step.line);
    if (isWhole) ({ used: shown.used, rules: shown.rules } = trace);
    shown.text = text;
  }
  light();
  const last = trace?.steps.findLast((step) => step.kind === 'chosen' && step.line)?.line;
  const line = last && place(last);
  if (line && document.activeElement !== at('text')) editor.reveal(line);
}

/** Goes to a line of the script version in use. */
export function goTo(line) {
  showPane('script');
  const now = place(line);
  if (now === null) complain('This line is no longer in the text.');
  else editor.goTo(now);
}

/** Goes to the first error of the file. */
export function goToError() {
  showPane('script');
  const error = firstError(file.findings);
  if (error) editor.goTo(error.line, error.column, error.endLine === error.line ? error.endColumn : null);
}

/** The text, if the author may try it. */
export const textToTry = () => (canWrite() ? editor.text() : null);

/** Shows the findings of a trial. */
export function showTrial(findings) {
  showFindings(findings, canWrite());
  const error = firstError(findings);
  if (error) throw new Error(`It cannot be tried: line ${error.line}: ${error.message}`);
}

/** Writes the file. Returns its version, or null if nothing was written. */
export async function save() {
  if (file.whyNotSaved !== null) throw new Error(file.whyNotSaved);
  if (!isChanged()) {
    tell('There is nothing to save.');
    return null;
  }
  let answer = await eliza.save(file.name, editor.text(), file.version);
  while (!answer.isWritten) {
    const choice = await chooseText(answer.text, editor.text());
    if (choice === null) return null;
    if (choice === 'theirs') {
      editor.setText(answer.text);
      file = { ...file, text: answer.text, version: answer.version, isOvertaken: false };
      forgetDraft();
      await check();
      return null;
    }
    answer = await eliza.save(file.name, editor.text(), answer.version);
  }
  file = { ...file, text: answer.text, version: answer.version, isOvertaken: false };
  forgetDraft();
  showState();
  tell(`${file.file} is saved.`);
  return answer.version;
}

/** Whether the author would lose changes by leaving. */
export const isUnsaved = () => isChanged();

async function check() {
  const turn = ++isChecking;
  try {
    const text = editor.text();
    const findings = await eliza.check(file.name, text);
    if (turn === isChecking) showFindings(findings, canWrite());
  } catch (error) {
    if (turn === isChecking) complain(error);
  }
  showState();
}

function place(line) {
  const base = shown.text ?? file?.talkingText ?? null;
  return base === null ? null : follow(base, editor.text())(line);
}

function light() {
  const base = shown.text ?? file?.talkingText ?? null;
  const to = base === null ? () => null : follow(base, editor.text());
  const lines = (numbers) => new Set(numbers.map(to).filter((line) => line !== null));
  const used = lines(shown.used);
  const unused = lines(shown.rules).difference(used);
  editor.mark({ lit: lines(shown.lit), used, unused });
  at('coverage').textContent = shown.rules.length === 0 ? ''
    : `This talk has used ${shown.used.length} of ${count(shown.rules.length, 'line')} with rules (●); the others were never used (○).`;
}

function showState() {
  const isDirty = isChanged();
  at('script-state').textContent = !canWrite() ? 'read only' : isDirty ? 'not saved' : 'saved';
  at('script-state').classList.toggle('dirty', isDirty);
  at('save').disabled = !isDirty || file.whyNotSaved !== null;
  const note = file.isOvertaken ? 'The file was saved by somebody else meanwhile. Save, and both texts are shown.' : file.whyNotSaved;
  at('script-note').textContent = note ?? '';
  at('script-note').hidden = !note;
}

function showBroken() {
  const error = firstError(file.findings);
  at('broken').hidden = error === null;
  if (error === null) return;
  const rest = file.talkingText === null ? 'It does not talk yet.' : 'Its last good version talks on.';
  at('broken-text').textContent = `${file.file} has an error on line ${error.line}: ${error.message} ${rest}`;
}

function forgetDraft() {
  delete sessionStorage[draftOf(file.name)];
}

let pause;
editor.whenChanged(() => {
  if (isChanged()) sessionStorage[draftOf(file.name)] = JSON.stringify({ text: editor.text(), saved: file.text, version: file.version });
  else forgetDraft();
  light();
  showState();
  clearTimeout(pause);
  pause = setTimeout(check, PauseMilliseconds);
});

addEventListener('beforeunload', (event) => { if (isChanged()) event.preventDefault(); });
