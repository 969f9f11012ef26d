// Asks for the name of a new script.

import { at } from '/page/elements.js';
import { messageOf } from '/page/notice.js';

const [dialog, name, fault] = ['naming', 'naming-name', 'naming-fault'].map(at);

/** Asks for a name until a script can be made with it, or the author cancels. */
export function askForName(create) {
  name.value = fault.textContent = '';
  dialog.showModal();
  name.focus();
  at('naming-form').onsubmit = async (event) => {
    event.preventDefault();
    try {
      await create(name.value.trim());
      dialog.close();
    } catch (error) {
      fault.textContent = messageOf(error);
      name.focus();
    }
  };
}

at('naming-cancel').addEventListener('click', () => dialog.close());
