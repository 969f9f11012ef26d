// Earlier lines in the message box, by the arrow keys, as in a terminal.

const Most = 200;

/** Gives a box a history. add() takes a line that was sent. */
export function giveHistory(box) {
  const lines = JSON.parse(sessionStorage.lines ?? '[]');
  let position = lines.length;
  let begun = '';

  box.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const next = position + step;
    if (next < 0 || next > lines.length) return;
    if (position === lines.length) begun = box.value;
    position = next;
    box.value = position === lines.length ? begun : lines[position];
    box.setSelectionRange(box.value.length, box.value.length);
  });

  return {
    add(line) {
      if (lines.at(-1) !== line) lines.push(line);
      lines.splice(0, lines.length - Most);
      position = lines.length;
      begun = '';
      sessionStorage.lines = JSON.stringify(lines);
    },
  };
}
