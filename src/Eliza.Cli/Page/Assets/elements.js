// Short functions for the elements of the page.

/** The element with an id. */
export const at = (id) => document.getElementById(id);

/** A new element with text. */
export function element(tag, className = '', text = '') {
  const result = document.createElement(tag);
  if (className !== '') result.className = className;
  result.textContent = text;
  return result;
}

/** A new button with an action. */
export function button(className, text, act) {
  const result = element('button', className, text);
  result.type = 'button';
  result.addEventListener('click', act);
  return result;
}

/** "1 line", "2 lines". */
export const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
