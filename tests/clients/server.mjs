// The server under test: ELIZA_URL is its address, such as http://127.0.0.1:8080. ELIZA_KEY is needed only if the server requires a key.
const address = process.env.ELIZA_URL;
if (!address) throw new Error("Set ELIZA_URL to the address of a running server.");

export const root = address.replace(/\/$/, "");
export const baseURL = `${root}/v1`;
export const apiKey = process.env.ELIZA_KEY ?? "any";
export const model = "doctor";

/** A conversation with every kind of message that a client sends, and the lines that ELIZA hears of it. */
export const lines = ["Men are all alike.", "They're always bugging us about something or other."];

/** What the server says to these lines, asked without any client. */
export async function reply(...said) {
  const response = await fetch(`${baseURL}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model, messages: said.map(content => ({ role: "user", content })) }),
  });
  return (await response.json()).choices[0].message.content;
}
