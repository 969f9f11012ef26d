// The page: a conversation, and for the chosen reply how it came about.

import * as eliza from '/page/eliza.js';
import { showNoTrace, showTrace } from '/page/trace.js';
import '/page/theme.js';

const PollMilliseconds = 2000;

const at = (id) => document.getElementById(id);
const [model, exchanges, line, notice, panel, rebuilt] = ['model', 'exchanges', 'line', 'notice', 'trace', 'rebuilt'].map(at);

/** What was said: { line, reply, before }, the last being the reply to the same line before a replay changed it. */
let said = [];
let chosen = -1;
let work = Promise.resolve();
let greetings = new Map();
let runningBuild = null;

// ---- Talking ----------------------------------------------------------------------------------------------

const messagesUpTo = (index) => said.slice(0, index + 1).flatMap((one, position) => [
  { role: 'user', content: one.line },
  ...(position < index ? [{ role: 'assistant', content: one.reply }] : []),
]);

async function say(text, before = null) {
  said.push({ line: text, reply: '', before: null });
  const index = said.length - 1;
  const item = addItem(text, index);
  try {
    for await (const piece of eliza.reply(model.value, messagesUpTo(index))) {
      said[index].reply += piece;
      item.reply.textContent = said[index].reply;
      at('scroll').scrollTop = at('scroll').scrollHeight;
    }
  } catch (error) {
    said.pop();
    item.remove();
    throw error;
  }
  if (before !== null && before !== said[index].reply) {
    said[index].before = before;
    item.showBefore(before);
  }
  save();
}

/** Says the same lines again, to what the script is now. */
async function replay() {
  const old = said;
  clear();
  for (const [index, one] of old.entries()) {
    try {
      await say(one.line, one.reply);
    } catch (error) {
      // What was not said again is still there to be said.
      said.push(...old.slice(index));
      show();
      throw error;
    }
  }
  const changed = said.filter((one) => one.before !== null).length;
  if (old.length > 0) tell(changed === 0 ? 'Replayed: every reply is as it was.' : `Replayed: ${changed} of ${said.length} replies changed.`);
  if (said.length > 0) choose(said.length - 1);
}

/** Does something when all before it is done, and tells what went wrong. Gives whether it succeeded. */
function run(task) {
  work = work.then(async () => {
    notice.hidden = true;
    try {
      await task();
      return true;
    } catch (error) {
      tell(messageOf(error));
      return false;
    }
  });
  return work;
}

const messageOf = (error) => (error instanceof TypeError ? 'The server cannot be reached.' : error.message);

function tell(text) {
  notice.textContent = text;
  notice.hidden = false;
}

// ---- What is shown ----------------------------------------------------------------------------------------

function addItem(text, index) {
  const item = document.createElement('li');
  const words = document.createElement('p');
  words.className = 'said';
  words.textContent = text;
  const reply = document.createElement('button');
  reply.type = 'button';
  reply.className = 'reply';
  reply.tabIndex = -1;
  reply.addEventListener('click', () => choose(index, { opens: true }));
  item.append(words, reply);
  exchanges.append(item);
  return {
    reply,
    remove: () => item.remove(),
    showBefore(before) {
      const note = document.createElement('p');
      note.className = 'before';
      note.append('before: ', Object.assign(document.createElement('s'), { textContent: before }));
      item.append(note);
    },
  };
}

function show() {
  exchanges.replaceChildren();
  for (const [index, one] of said.entries()) {
    const item = addItem(one.line, index);
    item.reply.textContent = one.reply;
    if (one.before !== null) item.showBefore(one.before);
  }
}

function clear() {
  said = [];
  chosen = -1;
  exchanges.replaceChildren();
  notice.hidden = true;
  rebuilt.hidden = true;
  showNoTrace('Choose a reply to read how it came about.');
  at('greeting').textContent = greetings.get(model.value) ?? '';
  save();
}

const replies = () => [...exchanges.querySelectorAll('.reply')];

async function choose(index, { opens = false } = {}) {
  chosen = index;
  for (const [position, reply] of replies().entries()) {
    reply.setAttribute('aria-current', String(position === index));
    reply.tabIndex = position === index ? 0 : -1;
  }
  if (opens) openPanel();
  try {
    const trace = await eliza.trace(model.value, messagesUpTo(index));
    if (chosen === index) showTrace(trace);
  } catch (error) {
    if (chosen === index) showNoTrace(messageOf(error));
  }
}

// Only a narrow window hides the trace; elsewhere this changes nothing.
function openPanel() {
  panel.classList.add('open');
  if (getComputedStyle(panel).position === 'fixed') panel.focus();
}

function closePanel() {
  panel.classList.remove('open');
}

// ---- Keeping ----------------------------------------------------------------------------------------------

function save() {
  sessionStorage.conversation = JSON.stringify({ model: model.value, said });
}

function transcript() {
  // As `coverage` reads it: a line that begins with # would be a note.
  const field = (text) => text.replaceAll(/\s+/g, ' ');
  return said.map((one) => `${one.line.startsWith('#') ? ' ' : ''}${field(one.line)}\t${field(one.reply)}\n`).join('');
}

async function copy() {
  const text = transcript();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers keep the clipboard from pages that came over plain HTTP from another machine.
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  tell(`Copied ${said.length} ${said.length === 1 ? 'line' : 'lines'}: save them as a file for “coverage”.`);
}

// ---- A rebuilt script -------------------------------------------------------------------------------------

async function look(wanted = model.value) {
  const now = await eliza.build();
  greetings = new Map(now.scripts.map((script) => [script.name, script.greeting]));
  offerModels([...greetings.keys()], wanted);
  if (runningBuild !== null && runningBuild !== now.build && said.length > 0) {
    at('rebuilt-text').textContent = `The script “${model.value}” was rebuilt. Say the same lines to the new one?`;
    rebuilt.hidden = false;
  }
  runningBuild = now.build;
}

function offerModels(names, wanted) {
  if (names.join() === [...model.options].map((option) => option.value).join()) return; // an open list would close
  model.replaceChildren(...names.map((name) => new Option(name)));
  if (names.includes(wanted)) model.value = wanted;
}

function poll() {
  // While the server restarts there is no answer; the next look finds it again.
  const wait = document.hidden ? Promise.resolve() : look().catch(() => {});
  wait.then(() => setTimeout(poll, PollMilliseconds));
}

// ---- Keys and buttons -------------------------------------------------------------------------------------

at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = line.value;
  line.value = '';
  run(() => say(text)).then((succeeded) => {
    if (succeeded) choose(said.length - 1);
    else if (line.value === '') line.value = text;
  });
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    closePanel();
    line.focus();
    return;
  }
  const all = replies();
  const position = all.indexOf(document.activeElement);
  if (!['ArrowUp', 'ArrowDown'].includes(event.key) || all.length === 0 || (position < 0 && document.activeElement !== line)) return;
  event.preventDefault();
  const next = event.key === 'ArrowUp' ? (position < 0 ? all.length : position) - 1 : position < 0 ? all.length : position + 1;
  if (next >= all.length) {
    line.focus();
  } else if (next >= 0) {
    all[next].focus();
    choose(next);
  }
});

model.addEventListener('change', () => run(replay));
at('new').addEventListener('click', () => { run(clear); line.focus(); });
at('copy').addEventListener('click', copy);
at('replay').addEventListener('click', () => run(replay));
at('dismiss').addEventListener('click', () => { rebuilt.hidden = true; });
at('close').addEventListener('click', () => { closePanel(); line.focus(); });

// ---- The beginning ----------------------------------------------------------------------------------------

await run(async () => {
  const kept = JSON.parse(sessionStorage.conversation ?? '{}');
  await look(kept.model ?? 'doctor');
  clear();
  said = kept.said ?? [];
  show();
  save();
  if (said.length > 0) choose(said.length - 1);
});
document.querySelector('main').setAttribute('aria-busy', 'false');
poll();
