// The panes. A narrow window shows one of them, a medium one shows the conversation and another, a wide one shows all.

import { at } from '/page/elements.js';

const main = document.querySelector('main');
const list = at('tabs');
const tabs = [...list.children];
const panes = tabs.map((tab) => at(tab.getAttribute('aria-controls')));

/** Shows a pane: talk, trace or script. */
export function showPane(name) {
  main.dataset.pane = name;
  update();
}

/** Whether a pane is visible. */
export const isShown = (name) => at(name).checkVisibility();

function update() {
  const isTabbed = getComputedStyle(list).display !== 'none';
  if (main.dataset.pane === 'talk' && !tabs[0].checkVisibility()) main.dataset.pane = 'trace';
  for (const [index, pane] of panes.entries()) {
    const isSelected = pane.id === main.dataset.pane;
    tabs[index].setAttribute('aria-selected', String(isSelected));
    tabs[index].tabIndex = isSelected ? 0 : -1;
    if (isTabbed && tabs[index].checkVisibility()) pane.setAttribute('role', 'tabpanel');
    else pane.removeAttribute('role');
  }
}

for (const [index, tab] of tabs.entries()) tab.addEventListener('click', () => showPane(panes[index].id));

list.addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const shown = tabs.filter((tab) => tab.checkVisibility());
  const position = shown.indexOf(document.activeElement);
  if (!step || position < 0) return;
  event.preventDefault();
  const next = shown[(position + step + shown.length) % shown.length];
  next.click();
  next.focus();
});

addEventListener('resize', update);
update();
