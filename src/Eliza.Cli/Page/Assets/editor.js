// The text of the script with line numbers and marks. The marks are on a copy of the text behind a transparent text area.

import { at, element } from '/page/elements.js';

const [code, gutter, back, area] = ['code', 'gutter', 'back', 'text'].map(at);
const LineMarks = ['lit', 'used', 'unused', 'faulty'];

let wanted = null;
let marks = { lit: new Set(), used: new Set(), unused: new Set(), findings: [] };

/** The current text. */
export const text = () => area.value;

/** Replaces the text. The position of the user in the text stays. */
export function setText(value) {
  if (area.value === value) return;
  const { selectionStart } = area;
  area.value = value;
  if (document.activeElement === area) area.setSelectionRange(selectionStart, selectionStart);
  draw();
}

/** Whether the user may write. */
export function setWritable(isWritable) {
  area.readOnly = !isWritable;
}

/** Called when the user has changed the text. */
export function whenChanged(act) {
  area.addEventListener('input', () => { draw(); act(); });
}

/** Marks lines: those that made the chosen reply, those that the conversation has used or not, and those with findings. */
export function mark(changes) {
  marks = { ...marks, ...changes };
  draw();
}

/** Scrolls to a line. If the text is hidden, it scrolls when the text is shown. */
export function reveal(line) {
  const row = back.children[line - 1];
  wanted = code.clientHeight === 0 ? line : null;
  if (!row || wanted !== null) return;
  const [top, height] = [row.offsetTop, code.clientHeight];
  if (top < code.scrollTop + row.offsetHeight || top > code.scrollTop + height - 3 * row.offsetHeight) code.scrollTop = top - height / 3;
}

/** Puts the cursor at a place, and selects a part of the line. */
export function goTo(line, column = 1, endColumn = null) {
  const rows = area.value.split('\n');
  const start = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  const end = endColumn === null ? start + (rows[line - 1] ?? '').length : start + endColumn - 1;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start + column - 1, end);
  code.scrollLeft = 0;
  reveal(line);
}

/** Replaces parts of lines. */
export function replace(replacements) {
  const rows = area.value.split('\n');
  for (const { line, column, endColumn, text: words } of replacements.toReversed()) {
    rows[line - 1] = rows[line - 1].slice(0, column - 1) + words + rows[line - 1].slice(endColumn - 1);
  }
  area.value = rows.join('\n');
  area.dispatchEvent(new Event('input'));
}

function draw() {
  const rows = area.value.split('\n');
  const faults = Map.groupBy(marks.findings, (finding) => finding.line);
  setChildren(back, rows.length);
  setChildren(gutter, rows.length);
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const here = faults.get(line) ?? [];
    const has = { lit: marks.lit.has(line), used: marks.used.has(line), unused: marks.unused.has(line), faulty: here.length > 0 };
    const name = LineMarks.filter((one) => has[one]).join(' ');
    const [number, words] = [gutter.children[index], back.children[index]];
    if (number.className !== name) number.className = words.className = name;
    if (here.length === 0 && words.childElementCount === 0 && words.textContent === (row || ' ')) continue;
    words.replaceChildren(...stretches(row, here));
  }
}

// The line in pieces. Pieces with findings are marked.
function stretches(row, findings) {
  const pieces = [];
  let done = 0;
  for (const finding of findings.toSorted((one, other) => one.column - other.column)) {
    const from = Math.max(done, finding.column - 1);
    const to = Math.max(from, finding.endLine > finding.line ? row.length : finding.endColumn - 1);
    pieces.push(row.slice(done, from), element('mark', finding.severity, row.slice(from, to) || ' '));
    done = to;
  }
  pieces.push(row.slice(done) || (pieces.length === 0 ? ' ' : ''));
  return pieces;
}

function setChildren(box, number) {
  while (box.childElementCount > number) box.lastElementChild.remove();
  while (box.childElementCount < number) box.append(element('div'));
}

new ResizeObserver(() => { if (wanted !== null && code.clientHeight > 0) reveal(wanted); }).observe(code);
