// Shows results and errors at the bottom of the page.

import { at } from '/page/elements.js';

const [notice, failure] = [at('notice'), at('failure')];
let work = Promise.resolve();

/** Shows a result. */
export function tell(text) {
  show(notice, text);
}

/** Shows an error. */
export function complain(error) {
  show(failure, typeof error === 'string' ? error : messageOf(error));
}

/** Removes the message. */
export function hush() {
  notice.hidden = failure.hidden = true;
}

/** The message of an error for the user. */
export const messageOf = (error) => (error instanceof TypeError ? 'The server cannot be reached.' : error.message);

/** Runs an action after all actions before it, and shows its error. Returns whether it succeeded. */
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
