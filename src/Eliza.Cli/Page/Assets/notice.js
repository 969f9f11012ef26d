// Says at the foot of the page what was done, and what went wrong.

import { at } from '/page/elements.js';

const [notice, failure] = [at('notice'), at('failure')];
let work = Promise.resolve();

/** Tells that something was done. */
export function tell(text) {
  show(notice, text);
}

/** Tells that something went wrong. */
export function complain(error) {
  show(failure, typeof error === 'string' ? error : messageOf(error));
}

/** Takes the last word back. */
export function hush() {
  notice.hidden = failure.hidden = true;
}

/** What an error says to the user. */
export const messageOf = (error) => (error instanceof TypeError ? 'The server cannot be reached.' : error.message);

/** Does something when all before it is done, and tells what went wrong. Gives whether it succeeded. */
export function run(task) {
  work = work.then(async () => {
    hush();
    try {
      await task();
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  });
  return work;
}

function show(box, text) {
  hush();
  box.textContent = text;
  box.hidden = false;
}
