// What the page asks of the server: OpenAI's contract, and the local host's own route for traces.

/** Which build of the scripts is running, and what each says first. */
export async function build() {
  return json(await fetch('/trace', { cache: 'no-store' }));
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
