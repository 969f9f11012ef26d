// What the page asks of the server: OpenAI's contract, and the local host's own routes for traces and scripts.

/** Which scripts there are, what each says first, and which build of it talks. */
export async function scripts() {
  return (await json(await fetch('/trace', { cache: 'no-store' }))).scripts;
}

/** How the reply to the last of these messages comes about. */
export async function trace(model, messages) {
  return json(await post('/trace', { model, messages }));
}

/** The reply to these messages, piece by piece. */
export async function* reply(model, messages) {
  const response = await post('/v1/chat/completions', { model, messages, stream: true });
  if (!response.ok) await json(response);
  for await (const data of events(response.body)) {
    if (data === '[DONE]') return;
    const piece = JSON.parse(data).choices[0]?.delta?.content;
    if (piece) yield piece;
  }
}

/** The text of a script, what is wrong with it, and what may be done to it. */
export async function script(name) {
  return json(await fetch(`/scripts/${encodeURIComponent(name)}`, { cache: 'no-store' }));
}

/** What is wrong with a text. */
export async function check(name, text) {
  return (await json(await post('/scripts/check', { name, text }))).findings;
}

/** The replies of a text that is not saved to these lines, and how one of them came about. */
export async function attempt(name, text, lines, explained) {
  return json(await post('/scripts/try', { name, text, lines, explained }));
}

/** Writes a text if the file is still of this version. Gives { isWritten, version, text }: the file as it is then. */
export async function save(name, text, version) {
  const response = await post('/scripts/save', { name, text, version });
  const answer = response.status === 409 ? await response.clone().json().catch(() => null) : null;
  return answer?.isWritten === false ? answer : json(response);
}

/** Makes a script; gives its name and that of its file. */
export async function create(name) {
  return json(await post('/scripts/new', { name }));
}

function post(path, body) {
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

async function json(response) {
  const value = await response.json().catch(() => null);
  if (response.ok && value) return value;
  throw new Error(value?.error?.message ?? `The server answered with status ${response.status}.`);
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      if (block.startsWith('data: ')) yield block.slice('data: '.length);
    }
  }
}
