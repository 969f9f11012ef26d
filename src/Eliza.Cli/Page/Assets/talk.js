// The talk: what was said, to the script that is served or to a text that is only tried, and the reply that is chosen.

import * as eliza from '/page/eliza.js';
import { at, count } from '/page/elements.js';
import { addExchange, removeAll, replies, showChosen, showEnd } from '/page/exchanges.js';
import { hush, messageOf, tell } from '/page/notice.js';
import { showPane } from '/page/tabs.js';
import { showNoTrace, showTrace } from '/page/trace.js';

const model = at('model');

/** What was said: { line, reply, before }, `before` being the reply to the same line before the script was another. */
let said = [];
let chosen = -1;
let greeting = '';
let tried = null;
let traced = () => {};

/** Is told each trace that is shown, whether it is of the last reply, and the text that is tried; null for no trace. */
export function whenTraced(act) {
  traced = act;
}

export const exchanges = () => said;
export const triedText = () => tried;

/** Says a line, and chooses the reply. */
export async function say(line) {
  await add(line, null);
  await choose(said.length - 1);
}

/** Says all lines again, to what the script is now. */
export async function replay() {
  tried = null;
  const old = said;
  clear();
  for (const [index, one] of old.entries()) {
    try {
      await add(one.line, one.reply);
    } catch (error) {
      // What was not said again is still there to be said.
      said.push(...old.slice(index));
      show();
      throw error;
    }
  }
  await finishReplay('Replayed');
}

/** Says all lines again to a text that is not saved. Gives what is wrong with the text. */
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

/** Takes the last line back; gives it. */
export async function undo() {
  const last = said.pop();
  show();
  save();
  await choose(said.length - 1);
  return last?.line;
}

/** Says the last line again, to what the script is now. */
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

/** Begins anew. */
export function clear() {
  said = [];
  show();
  hush();
  choose(-1);
  save();
}

/** Ends the trial without saying anything. */
export function endTrial() {
  tried = null;
}

/** Shows what the script says first. */
export function greet(text) {
  greeting = text ?? '';
  at('greeting').textContent = greeting;
}

/** Chooses a reply, and shows how it came about. */
export async function choose(index, { opens = false } = {}) {
  chosen = index;
  showChosen(index);
  if (opens) showPane('trace');
  if (index < 0) {
    at('ended').hidden = true;
    showNoTrace('Choose a reply to read how it came about.');
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

/** Chooses a reply by the keyboard: the one before or behind. False if there is none. */
export function chooseNext(step) {
  const all = replies();
  const next = chosen < 0 || chosen >= all.length ? all.length - 1 : chosen + step;
  if (next < 0 || next >= all.length) return false;
  all[next].focus();
  choose(next);
  return true;
}

/** What was kept when the page was left. */
export const kept = () => JSON.parse(sessionStorage.conversation ?? '{}');

/** Goes on with what was kept. */
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

/** How many lines were said, in words. */
export const countLines = () => count(said.length, 'line');
