// A server for one test, with settings that the shared server does not have.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = process.env.ELIZA_CLI ?? fileURLToPath(new URL("../../artifacts/bin/Eliza.Cli/debug/eliza.dll", import.meta.url));

/** Starts one with these environment variables and options, and waits until it listens. */
export async function startServer(environment, ...options) {
  const child = spawn("dotnet", [program, "--urls", "http://127.0.0.1:0", ...options], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const root = await new Promise((listens, fails) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", text => {
        output += text;
        const address = /^ELIZA listens on (http\S+)[^]*Bedrock's clients.*\n/m.exec(output)?.[1];
        if (address) listens(address.replace(/\/$/, ""));
      });
    child.on("error", fails).on("exit", () => fails(new Error(`The server did not start:\n${output}`)));
  });
  return {
    root,
    baseURL: `${root}/v1`,
    /** Its second port, for HTTP/2 without TLS, if the options ask for one. */
    h2cURL: /or (http\S+) for those that speak HTTP\/2/.exec(output)?.[1],
    /** What it has logged, line by line. */
    log: () => output.split("\n").filter(line => line.startsWith("{")).map(line => JSON.parse(line)),
    async stop() {
      if (child.exitCode === null && child.kill()) await once(child, "exit");
    },
  };
}
