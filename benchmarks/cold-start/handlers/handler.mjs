// A typical handler for Node: Node's own HTTP client and JSON, and a fixed reply.
import http from "node:http";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function exchange(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/${path}` }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece) => (text += piece)).on("end", () => resolve({ headers: answer.headers, text }));
    });
    request.on("error", reject).end(body);
  });
}

for (;;) {
  const { headers, text } = await exchange("GET", "invocation/next");
  JSON.parse(JSON.parse(text).body);
  const reply = JSON.stringify({ reply: "Please go on." });
  const response = JSON.stringify({ statusCode: 200, headers: { "content-type": "application/json" }, body: reply });
  await exchange("POST", `invocation/${headers["lambda-runtime-aws-request-id"]}/response`, response);
}
