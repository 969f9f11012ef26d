// Shows what was said: each line of the user with its reply.

import { at, element } from '/page/elements.js';

const [list, scroll] = [at('exchanges'), at('scroll')];
let isAtEnd = true;

/** All replies, of which one can be chosen. */
export const replies = () => [...list.querySelectorAll('.reply')];

/** Adds an exchange whose reply is still to come. */
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

/** Shows which reply is chosen. */
export function showChosen(index) {
  for (const [position, reply] of replies().entries()) {
    reply.setAttribute('aria-current', String(position === index));
    reply.tabIndex = position === index ? 0 : -1;
  }
}

/** Removes all of them. */
export function removeAll() {
  list.replaceChildren();
}

/** Brings the last one into view. */
export function showEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

// Whoever reads the end goes on reading the end when the window becomes smaller, or more is shown.
scroll.addEventListener('scroll', () => { isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40; });
new ResizeObserver(() => { if (isAtEnd) showEnd(); }).observe(scroll);
