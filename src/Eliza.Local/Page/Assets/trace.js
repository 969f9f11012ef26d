// Shows a trace: each step with the script's own line, and where it stands.

const panel = document.getElementById('steps');

/** Shows how a reply came about. */
export function showTrace(trace) {
  const about = element('p', 'about', `“${trace.reply}”`);
  const steps = trace.steps.map((step) => stepElement(step, trace.file));
  if (trace.omitted > 0) steps.push(element('p', 'empty', `and ${trace.omitted} further steps`));
  panel.replaceChildren(about, ...steps);
}

/** Shows a sentence in the place of a trace. */
export function showNoTrace(text) {
  panel.replaceChildren(element('p', 'empty', text));
}

function stepElement(step, file) {
  const box = element('div', `step ${step.kind}`);
  if (step.quote !== null) {
    const head = element('div', 'head');
    head.append(element('code', '', step.quote), element('span', 'place', `${file}:${step.line}`));
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

function element(tag, className, text = '') {
  const result = document.createElement(tag);
  if (className !== '') result.className = className;
  result.textContent = text;
  return result;
}
