/** A text after edits, which all speak of the text before them. */
export function applyEdits(text, edits) {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  const offset = ({ line, character }) => (line < starts.length ? Math.min(starts[line] + character, text.length) : text.length);
  return edits.map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}

/** The edits of a workspace edit for its only document. */
export const editsOf = (workspaceEdit) => Object.values(workspaceEdit.changes)[0];
