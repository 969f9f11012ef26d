// Shows a trace: each step with the script's own line and its place.

import { button, element } from '/page/elements.js';

const panel = document.getElementById('steps');
let goTo = () => {};

/** Called with the number of a line that the user wants to see. */
export function whenPlaceIsChosen(act) {
  goTo = act;
}

/** Shows how a reply was made. */
export function showTrace(trace) {
  const about = element('p', 'about', `“${trace.reply}”`);
  const steps = trace.steps.map((step) => stepElement(step, trace.file));
  if (trace.omitted > 0) steps.push(element('p', 'empty', `and ${trace.omitted} further steps`));
  panel.replaceChildren(about, ...steps);
}

/** Shows a sentence in place of a trace. */
export function showNoTrace(text) {
  panel.replaceChildren(element('p', 'empty', text));
}

function stepElement(step, file) {
  const box = element('div', `step ${step.kind}`);
  if (step.quote !== null) {
    const head = element('div', 'head');
    const place = button('place', `${file}:${step.line}`, () => goTo(step.line));
    place.title = 'Show this line in the script';
    head.append(element('code', '', step.quote), place);
    box.append(head);
  }
  box.append(element('div', 'what', step.text));
  if (step.components.length > 0) box.append(componentsElement(step.components));
  return box;
}

function componentsElement(components) {
  const list = element('ul', 'components');
  for (const component of components) {
    const item = document.createElement('li');
    item.append(element('b', '', `(${component.number})`), component.words === '' ? element('i', '', 'no words') : component.words);
    list.append(item);
  }
  return list;
}
