// Shows the conversation: each line of the user with its reply.

import { at, element } from '/page/elements.js';

const [list, scroll] = [at('exchanges'), at('scroll')];
let isAtEnd = true;

/** All replies. The user can choose one. */
export const replies = () => [...list.querySelectorAll('.reply')];

/** Adds an exchange that has no reply yet. */
export function addExchange(line, choose) {
  const item = document.createElement('li');
  const reply = element('button', 'reply');
  reply.type = 'button';
  reply.tabIndex = -1;
  reply.title = 'Why this reply?';
  reply.addEventListener('click', choose);
  item.append(element('p', 'said', line), reply);
  list.append(item);
  showEnd();
  return {
    remove: () => item.remove(),
    showReply(text) {
      reply.textContent = text;
      showEnd();
    },
    showBefore(before) {
      item.querySelector('.before')?.remove();
      if (before === null) return;
      const note = element('p', 'before', 'before: ');
      note.append(element('s', '', before));
      item.append(note);
      showEnd();
    },
  };
}

/** Marks the chosen reply. */
export function showChosen(index) {
  for (const [position, reply] of replies().entries()) {
    reply.setAttribute('aria-current', String(position === index));
    reply.tabIndex = position === index ? 0 : -1;
  }
}

/** Removes all exchanges. */
export function removeAll() {
  list.replaceChildren();
}

/** Scrolls to the last exchange. */
export function showEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

// If the end of the conversation is visible, it stays visible when the window becomes smaller or an exchange is added.
scroll.addEventListener('scroll', () => { isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40; });
new ResizeObserver(() => { if (isAtEnd) showEnd(); }).observe(scroll);
