// The conversation, with the served script or with an unsaved text, and the chosen reply.

import * as eliza from '/page/eliza.js';
import { at, count } from '/page/elements.js';
import { addExchange, removeAll, replies, showChosen, showEnd } from '/page/exchanges.js';
import { hush, messageOf, tell } from '/page/notice.js';
import { showPane } from '/page/tabs.js';
import { showNoTrace, showTrace } from '/page/trace.js';

const model = at('model');

/** The exchanges: { line, reply, before }. `before` is the reply to the same line from the version before. */
let said = [];
let chosen = -1;
let greeting = '';
let tried = null;
let traced = () => {};

/** Called with each trace that is shown, whether it is of the last reply, and the unsaved text; with null if there is no trace. */
export function whenTraced(act) {
  traced = act;
}

export const exchanges = () => said;
export const triedText = () => tried;

/** Sends a line, and chooses its reply. */
export async function say(line) {
  await add(line, null);
  await choose(said.length - 1);
}

/** Sends all lines again, to the current script. */
export async function replay() {
  tried = null;
  const old = said;
  clear();
  for (const [index, one] of old.entries()) {
    try {
      await add(one.line, one.reply);
    } catch (error) {
      // Lines that were not sent again are kept, so that the user can send them.
      said.push(...old.slice(index));
      show();
      throw error;
    }
  }
  await finishReplay('Replayed');
}

/** Sends all lines again to an unsaved text. Returns the findings of the text. */
export async function tryText(text) {
  const answer = await eliza.attempt(model.value, text, said.map((one) => one.line), said.length - 1);
  if (!answer.talks) return answer.findings;
  tried = text;
  greet(answer.greeting);
  said = said.map((one, index) => ({ ...one, reply: answer.replies[index], before: one.reply === answer.replies[index] ? null : one.reply }));
  show();
  await finishReplay('Tried');
  if (said.length === 0) tell('It talks: say something to it.');
  return answer.findings;
}

/** Removes the last line, and returns it. */
export async function undo() {
  const last = said.pop();
  show();
  save();
  await choose(said.length - 1);
  return last?.line;
}

/** Sends the last line again, to the current script. */
export async function retry() {
  const last = said.pop();
  show();
  try {
    await add(last.line, last.reply);
  } catch (error) {
    said.push(last);
    show();
    throw error;
  }
  await choose(said.length - 1);
  tell(said.at(-1).before === null ? 'The reply is the same.' : 'The reply is another now.');
}

/** Starts a new conversation. */
export function clear() {
  said = [];
  show();
  hush();
  choose(-1);
  save();
}

/** Ends the trial without sending anything. */
export function endTrial() {
  tried = null;
}

/** Shows the greeting of the script. */
export function greet(text) {
  greeting = text ?? '';
  at('greeting').textContent = greeting;
}

/** Chooses a reply, and explains it. */
export async function choose(index, { opens = false } = {}) {
  chosen = index;
  showChosen(index);
  if (opens) showPane('trace');
  if (index < 0) {
    at('ended').hidden = true;
    showNoTrace('Choose a reply to see how it was made.');
    traced(null, true, tried);
    return;
  }
  const isLast = index === said.length - 1;
  try {
    const trace = tried === null
      ? await eliza.trace(model.value, messagesUpTo(index))
      : (await eliza.attempt(model.value, tried, said.map((one) => one.line), index)).trace;
    if (chosen !== index) return;
    showTrace(trace);
    if (isLast) showWhetherOver(trace.isOver);
    traced(trace, isLast || tried !== null, tried);
  } catch (error) {
    if (chosen === index) showNoTrace(messageOf(error));
  }
}

/** Chooses the reply before or after with the keyboard. False if there is none. */
export function chooseNext(step) {
  const all = replies();
  const next = chosen < 0 || chosen >= all.length ? all.length - 1 : chosen + step;
  if (next < 0 || next >= all.length) return false;
  all[next].focus();
  choose(next);
  return true;
}

/** The state that was stored when the user left the page. */
export const kept = () => JSON.parse(sessionStorage.conversation ?? '{}');

/** Continues with the stored state. */
export function resume(exchanges_) {
  said = exchanges_;
  show();
  save();
  return choose(said.length - 1);
}

const messagesUpTo = (index) => said.slice(0, index + 1).flatMap((one, position) => [
  { role: 'user', content: one.line },
  ...(position < index ? [{ role: 'assistant', content: one.reply }] : []),
]);

async function add(line, before) {
  const one = { line, reply: '', before: null };
  said.push(one);
  const index = said.length - 1;
  const item = addExchange(line, () => choose(index, { opens: true }));
  showState();
  try {
    if (tried === null) {
      for await (const piece of eliza.reply(model.value, messagesUpTo(index))) {
        one.reply += piece;
        item.showReply(one.reply);
      }
    } else {
      one.reply = (await eliza.attempt(model.value, tried, said.map((other) => other.line), index)).replies[index];
      item.showReply(one.reply);
    }
  } catch (error) {
    said.pop();
    item.remove();
    showState();
    throw error;
  }
  if (before !== null && before !== one.reply) {
    one.before = before;
    item.showBefore(before);
  }
  save();
}

async function finishReplay(verb) {
  save();
  if (said.length === 0) return;
  await choose(said.length - 1);
  const changed = said.filter((one) => one.before !== null).length;
  tell(changed === 0 ? `${verb}: every reply is as it was.` : `${verb}: ${changed} of ${said.length} replies changed.`);
}

function show() {
  removeAll();
  for (const [index, one] of said.entries()) {
    const item = addExchange(one.line, () => choose(index, { opens: true }));
    item.showReply(one.reply);
    item.showBefore(one.before);
  }
  showState();
}

function showState() {
  at('hint').hidden = said.length > 0;
  at('turn').hidden = said.length === 0;
  document.querySelector('.tap').hidden = said.length === 0;
  if (said.length === 0) at('ended').hidden = true;
}

function showWhetherOver(isOver) {
  at('ended').hidden = !isOver;
  showEnd();
}

function save() {
  sessionStorage.conversation = JSON.stringify({ model: model.value, said });
}

/** The number of lines, in words. */
export const countLines = () => count(said.length, 'line');
