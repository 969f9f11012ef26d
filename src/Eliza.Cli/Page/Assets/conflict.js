// Shows two texts of one file. The author keeps one of them.

import { at, element } from '/page/elements.js';
import { compare } from '/page/lines.js';

const dialog = at('conflict');

/** Asks which text to keep. Returns 'mine', 'theirs', or null if the author continues editing. */
export function chooseText(theirs, mine) {
  const { old, now, from, oldTo, nowTo } = compare(theirs, mine);
  show(at('theirs'), old, from, oldTo);
  show(at('mine'), now, from, nowTo);
  dialog.returnValue = '';
  dialog.showModal();
  for (const side of ['theirs', 'mine']) at(side).querySelector('.differs')?.scrollIntoView({ block: 'center' });
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue || null), { once: true }));
}

function show(box, rows, from, to) {
  box.replaceChildren(...rows.map((row, index) => element('div', index >= from && index < to ? 'differs' : '', row || ' ')));
}

at('keep-editing').addEventListener('click', () => dialog.close(''));
at('take-theirs').addEventListener('click', () => dialog.close('theirs'));
at('keep-mine').addEventListener('click', () => dialog.close('mine'));
