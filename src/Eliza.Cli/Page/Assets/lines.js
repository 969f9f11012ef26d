// Compares the lines of two texts: those before the first difference and after the last one are equal.

/** Compares two texts. `from` is the first line that differs, `to` the line after the last, in each text, counted from 0. */
export function compare(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { old, now, from: head, oldTo: old.length - tail, nowTo: now.length - tail };
}

/** Returns a function that finds the lines of one text in another, counted from 1; null for a line that is not there. */
export function follow(before, after) {
  const { from, oldTo, nowTo } = compare(before, after);
  return (line) => (line <= from ? line : line > oldTo ? line + nowTo - oldTo : null);
}
