// The page: a conversation, an explanation of the chosen reply, and the script. This file has the actions of buttons and keys.

import * as eliza from '/page/eliza.js';
import { at } from '/page/elements.js';
import { replies } from '/page/exchanges.js';
import { giveHistory } from '/page/history.js';
import { askForName } from '/page/naming.js';
import { run, tell } from '/page/notice.js';
import * as script from '/page/script.js';
import * as talk from '/page/talk.js';
import { showPane } from '/page/tabs.js';
import { whenPlaceIsChosen } from '/page/trace.js';
import { copy, download, transcript } from '/page/transcript.js';
import '/page/theme.js';

const PollMilliseconds = 1000;
const SettleMilliseconds = 100;
const MostSettles = 100;

const [model, line, rebuilt] = ['model', 'line', 'rebuilt'].map(at);
const history = giveHistory(line);

/** The scripts in the server's last answer. */
let known = [];
let heardBuild = null;
let isSaving = false;

const current = () => known.find((one) => one.name === model.value);

// ---- State of the server ------------------------------------------------------------------------------------

/** Asks the server for its scripts, and for changes of the open script. */
async function look(wanted = model.value) {
  const before = current();
  known = await eliza.scripts();
  offerModels(wanted);
  const now = current();
  if (!now || !before || now.name !== before.name) return;
  if (now.build !== before.build || now.version !== before.version || now.works !== before.works) await script.refresh();
  if (now.build !== before.build && talk.triedText() === null) talk.greet(now.greeting);
  offerReplay();
}

function offerReplay() {
  const { build, name } = current();
  rebuilt.hidden = heardBuild === null || build === heardBuild || talk.exchanges().length === 0 || talk.triedText() !== null || isSaving;
  at('rebuilt-text').textContent = `The script “${name}” has changed. Say the same lines to the new one?`;
  if (heardBuild === null || talk.exchanges().length === 0) heardBuild = build;
}

function offerModels(wanted) {
  const names = known.map((one) => one.name);
  if (names.join('\n') !== [...model.options].map((option) => option.value).join('\n')) { // changing the list would close it if it is open
    model.replaceChildren(...names.map((name) => new Option(name)));
    if (names.includes(wanted)) model.value = wanted;
  }
}

function poll() {
  // A restarting server does not answer. The next request finds it again.
  const wait = document.hidden ? Promise.resolve() : look().catch(() => {});
  wait.then(() => setTimeout(poll, PollMilliseconds));
}

// ---- Actions of the author ----------------------------------------------------------------------------------

async function replay() {
  rebuilt.hidden = true;
  heardBuild = current().build;
  talk.greet(current().greeting);
  endTrial();
  await talk.replay();
}

async function openScript() {
  endTrial();
  heardBuild = current().build;
  talk.greet(current().greeting);
  await script.open(model.value);
  await talk.replay();
}

async function tryText() {
  const text = script.textToTry();
  if (text === null) return;
  script.showTrial(await talk.tryText(text));
  rebuilt.hidden = true;
  at('trial').hidden = false;
}

async function saveText() {
  isSaving = true;
  try {
    const version = await script.save();
    if (version === null) return;
    for (let i = 0; i < MostSettles && current()?.version !== version; i++) {
      await new Promise((resolve) => setTimeout(resolve, SettleMilliseconds));
      await look();
    }
    if (!current()?.works) return;
    if (talk.exchanges().length > 0) await replay();
    else endTrial();
    heardBuild = current().build;
  } finally {
    isSaving = false;
  }
}

async function create(name) {
  const made = await eliza.create(name);
  for (let i = 0; i < MostSettles && !known.some((one) => one.name === made.name); i++) {
    await new Promise((resolve) => setTimeout(resolve, SettleMilliseconds));
    await look();
  }
  model.value = made.name;
  talk.clear();
  await openScript();
  showPane('script');
  tell(`${made.file} is written.`);
}

function endTrial() {
  talk.endTrial();
  at('trial').hidden = true;
}

// ---- Keys and buttons -----------------------------------------------------------------------------------------

at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = line.value;
  if (text.trim() === '') return;
  line.value = '';
  history.add(text);
  run(() => talk.say(text)).then((succeeded) => {
    if (!succeeded && line.value === '') line.value = text;
  });
});

document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]')) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key.toLowerCase() === 's') {
    event.preventDefault();
    run(saveText);
  } else if (isCommand && event.key === 'Enter' && document.activeElement === at('text')) {
    event.preventDefault();
    run(tryText);
  } else if (event.key === 'Escape') {
    showPane('talk');
    line.focus();
  } else if (['ArrowUp', 'ArrowDown'].includes(event.key) && (event.altKey || replies().includes(document.activeElement))) {
    event.preventDefault();
    if (!talk.chooseNext(event.key === 'ArrowUp' ? -1 : 1)) line.focus();
  }
});

model.addEventListener('change', () => run(openScript));
at('new').addEventListener('click', () => { run(talk.clear); showPane('talk'); line.focus(); });
at('copy').addEventListener('click', () => run(async () => {
  await copy(transcript(talk.exchanges()));
  tell(`Copied ${talk.countLines()}: save them as a file for “coverage”.`);
}));
at('download').addEventListener('click', () => run(() => {
  download(transcript(talk.exchanges()), `${model.value}.tsv`);
  tell(`Downloaded ${talk.countLines()}: “coverage” reads the file.`);
}));
at('undo').addEventListener('click', () => run(async () => {
  const taken = await talk.undo();
  if (line.value === '') line.value = taken ?? '';
  line.focus();
}));
at('retry').addEventListener('click', () => run(talk.retry));
at('replay').addEventListener('click', () => run(replay));
at('dismiss').addEventListener('click', () => { heardBuild = current().build; rebuilt.hidden = true; });
at('trial-end').addEventListener('click', () => run(replay));
at('broken-go').addEventListener('click', script.goToError);
at('try').addEventListener('click', () => run(tryText));
at('save').addEventListener('click', () => run(saveText));
at('new-script').addEventListener('click', () => askForName(create));
whenPlaceIsChosen(script.goTo);
talk.whenTraced(script.showUse);

// ---- Start ----------------------------------------------------------------------------------------------------

await run(async () => {
  const kept = talk.kept();
  await look(kept.model ?? 'doctor');
  heardBuild = current().build;
  talk.greet(current().greeting);
  await script.open(model.value);
  await talk.resume(kept.said ?? []);
});
document.querySelector('main').setAttribute('aria-busy', 'false');
poll();
