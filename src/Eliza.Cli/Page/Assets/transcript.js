// The conversation in the form that `eliza coverage` reads: each line has the user's text, a tab, and the reply.

/** The transcript of some exchanges. */
export function transcript(said) {
  // A line that begins with # would be a note.
  const field = (text) => text.replaceAll(/\s+/g, ' ');
  return said.map((one) => `${one.line.startsWith('#') ? ' ' : ''}${field(one.line)}\t${field(one.reply)}\n`).join('');
}

/** Copies a text to the clipboard. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers allow no access to the clipboard for pages that came over plain HTTP from another machine.
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** Saves a text as a file for the user. */
export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/tab-separated-values' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}
