import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  MAX_ANONYMOUS_BYTES,
  MAX_BODY_BYTES,
  MAX_FORM_BYTES,
} from "@/core/documents/body-limits.mjs";
import { buildAccount } from "@/test/factories";
import { sessionCookie } from "@/test/live-client";
import { countConnections } from "./count-connections";
import { createDoor } from "./door";

const ACTION = "40".repeat(21);

let server: Server;
let port: number;
/** What came through the door. */
let passed: { url: string; address: unknown; host: unknown }[] = [];
beforeAll(async () => {
  const door = createDoor(async (request, response) => {
    const { url = "", headers } = request;
    passed.push({
      url,
      address: headers["x-duizhao-address"],
      host: headers["x-forwarded-host"],
    });
    for await (const _ of request);
    response.end("through");
  });
  server = door.server;
  port = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function listen(listener: Server): Promise<number> {
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return (listener.address() as AddressInfo).port;
}

/** Sends bytes as they are and resolves to all that comes back; the connection stays open on this side. */
function send(head: string, to = port): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(to, "127.0.0.1", () =>
      socket.write(Buffer.from(head, "latin1")),
    );
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
  });
}

const statusOf = (answer: string) =>
  Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);

const HOST = "Host: localhost:3000\r\n";
const END = "Connection: close\r\n\r\n";
const post = (headers: string) =>
  `POST /sign-in HTTP/1.1\r\n${HOST}${headers}${END}`;

const HEADS: readonly [string, string, number][] = [
  ["a page", `GET /sign-in HTTP/1.1\r\n${HOST}${END}`, 200],
  ["TRACE", `TRACE / HTTP/1.1\r\n${HOST}${END}`, 405],
  ["PROPFIND", `PROPFIND / HTTP/1.1\r\n${HOST}${END}`, 405],
  ["a method that is none", `BREW / HTTP/1.1\r\n${HOST}${END}`, 400],
  ["a tunnel", `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}${END}`, 405],
  ["options of all", `OPTIONS * HTTP/1.1\r\n${HOST}${END}`, 204],
  ["a star", `GET * HTTP/1.1\r\n${HOST}${END}`, 400],
  [
    "our own absolute form",
    `GET http://localhost:3000/x?y HTTP/1.1\r\n${HOST}${END}`,
    200,
  ],
  [
    "our own absolute form without a path",
    `GET http://localhost:3000 HTTP/1.1\r\n${HOST}${END}`,
    200,
  ],
  [
    "another host's absolute form",
    `GET http://evil.example/sign-in HTTP/1.1\r\n${HOST}${END}`,
    421,
  ],
  [
    "another host twice",
    `GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n${END}`,
    421,
  ],
  [
    "another port's absolute form",
    `GET http://localhost:3001/ HTTP/1.1\r\n${HOST}${END}`,
    421,
  ],
  [
    "another scheme",
    `GET ftp://localhost:3000/ HTTP/1.1\r\n${HOST}${END}`,
    400,
  ],
  [
    "an absolute form that is none",
    `GET http://localhost:port/ HTTP/1.1\r\n${HOST}${END}`,
    400,
  ],
  ["two slashes", `GET //evil.example/ HTTP/1.1\r\n${HOST}${END}`, 400],
  ["a backslash", `GET /\\evil.example/ HTTP/1.1\r\n${HOST}${END}`, 400],
  ["a percent sign alone", `GET /% HTTP/1.1\r\n${HOST}${END}`, 400],
  ["half a character", `GET /%E0%A4%A HTTP/1.1\r\n${HOST}${END}`, 400],
  ["NUL", `GET /a%00b HTTP/1.1\r\n${HOST}${END}`, 400],
  ["a long address", `GET /${"x".repeat(9000)} HTTP/1.1\r\n${HOST}${END}`, 414],
  [
    "a long head",
    `GET / HTTP/1.1\r\n${HOST}X: ${"x".repeat(20_000)}\r\n${END}`,
    431,
  ],
  ["no host", `GET / HTTP/1.1\r\n${END}`, 400],
  ["an empty host", `GET / HTTP/1.1\r\nHost:\r\n${END}`, 400],
  ["a host with a path", `GET / HTTP/1.1\r\nHost: localhost/x\r\n${END}`, 400],
  [
    "a host with an account",
    `GET / HTTP/1.1\r\nHost: a@localhost\r\n${END}`,
    400,
  ],
  [
    "a host with two ports",
    `GET / HTTP/1.1\r\nHost: localhost:1:2\r\n${END}`,
    400,
  ],
  [
    "a host with a port that is none",
    `GET / HTTP/1.1\r\nHost: localhost:99999\r\n${END}`,
    400,
  ],
  ["another host", `GET / HTTP/1.1\r\nHost: evil.example\r\n${END}`, 421],
  [
    "an origin that is none",
    post("Origin: undefined\r\nContent-Length: 0\r\n"),
    403,
  ],
  [
    "an origin with a port that is none",
    post("Origin: http://localhost:3000.evil.example\r\nContent-Length: 0\r\n"),
    403,
  ],
  ["no origin by name", post("Origin: null\r\nContent-Length: 0\r\n"), 403],
  [
    "another origin",
    post("Origin: https://evil.example\r\nContent-Length: 0\r\n"),
    403,
  ],
  [
    "our origin",
    post("Origin: http://localhost:3000\r\nContent-Length: 0\r\n"),
    200,
  ],
  [
    "an action that is none",
    post("Next-Action: x\r\nContent-Length: 0\r\n"),
    400,
  ],
  ["a length that is none", post("Content-Length: x\r\n"), 400],
  [
    "two lengths",
    post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n"),
    400,
  ],
  ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400],
];

test.each(HEADS)("%s", async (_, head, status) => {
  const answer = await send(head);
  expect(statusOf(answer)).toBe(status);
  expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
  expect(answer).toMatch(/^content-security-policy: /im);
});

test("gives what passes the path and the addresses that are ours to give", async () => {
  passed = [];
  await send(
    `GET http://localhost:3000?a=1 HTTP/1.1\r\n${HOST}X-Duizhao-Address: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.2\r\nX-Forwarded-Host: evil.example\r\n${END}`,
  );
  expect(passed).toEqual([
    { url: "/?a=1", address: "127.0.0.1", host: undefined },
  ]);
});

test("keeps no body of a caller without a session, and answers before it comes", async () => {
  passed = [];
  const length = (bytes: number) => `Content-Length: ${bytes}\r\n`;
  expect(statusOf(await send(post(length(MAX_ANONYMOUS_BYTES + 1))))).toBe(413);
  expect(
    statusOf(
      await send(post(`${length(20_000_000)}Next-Action: ${ACTION}\r\n`)),
    ),
  ).toBe(413);
  expect(
    statusOf(
      await send(
        post(`${length(20_000)}Cookie: next-auth.session-token=forged\r\n`),
      ),
    ),
  ).toBe(413);
  expect(statusOf(await send(post("Transfer-Encoding: chunked\r\n")))).toBe(
    411,
  );
  expect(passed).toEqual([]);
  const form = "x".repeat(MAX_ANONYMOUS_BYTES);
  expect(statusOf(await send(post(length(form.length)) + form))).toBe(200);
});

test("lets documents in from those who are signed in, where an address takes them, a few at once", async () => {
  const account = await buildAccount();
  const cookie = `Cookie: ${await sessionCookie(account.id)}\r\n`;
  const action = `${cookie}Next-Action: ${ACTION}\r\n`;
  const large = (headers: string, bytes: number) =>
    post(`${headers}Content-Length: ${bytes}\r\n`);
  expect(statusOf(await send(large(cookie, MAX_FORM_BYTES + 1)))).toBe(413);
  expect(statusOf(await send(large(action, MAX_BODY_BYTES + 1)))).toBe(413);
  const body = "x".repeat(MAX_FORM_BYTES + 1);
  expect(statusOf(await send(large(action, body.length) + body))).toBe(200);

  passed = [];
  const unfinished = [1, 2].map(() => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(large(action, MAX_FORM_BYTES + 1));
    return socket;
  });
  await expect.poll(() => passed.length).toBe(2);
  expect(statusOf(await send(large(action, body.length) + body))).toBe(503);
  for (const socket of unfinished) socket.destroy();
  await expect
    .poll(async () => statusOf(await send(large(action, body.length) + body)))
    .toBe(200);
});

test("ends connections above what one address may hold, and counts those that went away no more", async () => {
  const small = createServer((_, response) => response.end("through"));
  const sockets = countConnections(small, () => false, 2);
  const to = await listen(small);
  const held = [connect(to, "127.0.0.1"), connect(to, "127.0.0.1")];
  await expect.poll(() => sockets.size).toBe(2);
  const get = () => send(`GET / HTTP/1.1\r\n${HOST}${END}`, to);
  expect(statusOf(await get())).toBe(0);
  held[0]?.destroy();
  await expect.poll(async () => statusOf(await get())).toBe(200);
  held[1]?.destroy();
  small.close();
});
