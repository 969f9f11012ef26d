// Which lines of two texts are the same: those before the first difference, and those behind the last.

/** Compares two texts. `from` and `to` are the first and the last line + 1 that differ in each, counted from 0. */
export function compare(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { old, now, from: head, oldTo: old.length - tail, nowTo: now.length - tail };
}

/** Gives a function that finds the lines of one text, counted from 1, in another; null where they are not. */
export function follow(before, after) {
  const { from, oldTo, nowTo } = compare(before, after);
  return (line) => (line <= from ? line : line > oldTo ? line + nowTo - oldTo : null);
}
