// The page's requests to the server: OpenAI's contract, and the local host's own routes for traces and scripts.

/** The scripts, with the greeting of each and the build of it that is in use. */
export async function scripts() {
  return (await json(await fetch('/trace', { cache: 'no-store' }))).scripts;
}

/** How the reply to the last of these messages is made. */
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

/** The text of a script, its findings, and what the author may do with it. */
export async function script(name) {
  return json(await fetch(`/scripts/${encodeURIComponent(name)}`, { cache: 'no-store' }));
}

/** The findings of a text. */
export async function check(name, text) {
  return (await json(await post('/scripts/check', { name, text }))).findings;
}

/** The replies of an unsaved text to these lines, and how one of them is made. */
export async function attempt(name, text, lines, explained) {
  return json(await post('/scripts/try', { name, text, lines, explained }));
}

/** Writes a text if the file still has this version. Returns { isWritten, version, text } of the file after that. */
export async function save(name, text, version) {
  const response = await post('/scripts/save', { name, text, version });
  const answer = response.status === 409 ? await response.clone().json().catch(() => null) : null;
  return answer?.isWritten === false ? answer : json(response);
}

/** Makes a script. Returns its name and the name of its file. */
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
