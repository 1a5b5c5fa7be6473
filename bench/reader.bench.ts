import { spawn } from "node:child_process";
import autocannon from "autocannon";

// Requests a second of the public reader, kept, beside the same bytes from a server that does nothing else. Who asks
// shares the two cores with who answers.
const PORT = 3192;
const SECONDS = 8;
const CONNECTIONS = 50;

const child = spawn(
  process.execPath,
  ["--conditions=react-server", "--import", "tsx", "bench/reader-server.ts"],
  {
    env: { ...process.env, PORT: String(PORT) },
    stdio: ["ignore", "pipe", "inherit"],
  },
);

const address = await new Promise<string>((resolve, reject) => {
  child.stdout.on("data", (data: Buffer) => {
    const found = /http\S+/.exec(data.toString())?.[0];
    if (found !== undefined) resolve(found);
  });
  child.once("exit", () => reject(new Error("The reader did not start.")));
});

async function load(url: string, headers: Record<string, string>) {
  const { requests, latency, non2xx, errors, statusCodeStats } =
    await autocannon({
      url,
      headers,
      connections: CONNECTIONS,
      duration: SECONDS,
    });
  const known = statusCodeStats["304"]?.count ?? 0;
  if (errors > 0 || non2xx > known)
    throw new Error(`${url} failed ${errors + non2xx - known} times.`);
  return { rate: requests.average, p99: latency.p99 };
}

async function first(url: string): Promise<number> {
  const started = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - started;
}

try {
  const fresh = await first(`${address}?mode=english`);
  const again = await first(`${address}?mode=english`);
  const brotli = { "accept-encoding": "br" };
  const tag = (await fetch(address, { headers: brotli })).headers.get("etag");
  const bare = new URL(address);
  bare.port = String(PORT + 1);
  const rows = [
    ["page, packed with brotli", await load(address, brotli)],
    ["page, as it is", await load(address, { "accept-encoding": "identity" })],
    [
      "page, known to the browser (304)",
      await load(address, { ...brotli, "if-none-match": tag ?? "" }),
    ],
    ["home page", await load(new URL("/e", address).href, brotli)],
    ["baseline: bare node:http, brotli", await load(bare.href, brotli)],
    [
      "baseline: bare node:http, as it is",
      await load(bare.href, { "accept-encoding": "identity" }),
    ],
  ] as const;
  console.log(
    `Reader page of the sample: first ${fresh.toFixed(0)} ms, then ${again.toFixed(1)} ms; ${CONNECTIONS} connections, ${SECONDS} s each`,
  );
  console.table(
    rows.map(([what, { rate, p99 }]) => ({
      what,
      "requests a second": Math.round(rate),
      "p99 in ms": p99,
    })),
  );
} finally {
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
