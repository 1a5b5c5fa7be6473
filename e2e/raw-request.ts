import { connect } from "node:net";
import { home } from "./fixtures";

/** One line of a request and its headers, as no browser and no client library would send them. */
export type RawRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Sends a request byte by byte as given; resolves with the status of the answer, or 0 where the connection was cut. */
export async function sendRaw(request: RawRequest): Promise<{
  readonly status: number;
  readonly answer: string;
}> {
  const { method = "GET", path = "/sign-in", body = "" } = request;
  const { hostname, port, host } = new URL(home());
  const headers = {
    host,
    connection: "close",
    ...(body && { "content-length": String(Buffer.byteLength(body)) }),
    ...request.headers,
  };
  const lines = Object.entries(headers).map(
    ([key, value]) => `${key}: ${value}`,
  );
  const head = [`${method} ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () =>
      socket.write(Buffer.from(head + body, "latin1")),
    );
    socket.setTimeout(30_000, () => socket.destroy(new Error("No answer.")));
    socket.on("data", (data) => (answer += data.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () =>
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0),
        answer,
      }),
    );
  });
}
