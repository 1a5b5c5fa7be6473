import { expect, home, test } from "./fixtures";
import { sendRaw, type RawRequest } from "./raw-request";

const ACTION = "40".repeat(21);

const ORIGINS = [
  "undefined",
  "null",
  "http://",
  "https://evil.example",
  "http://localhost.evil.example",
  "//",
  "\u0001",
  "%",
  "x".repeat(2_000),
];

const ADDRESSES = [
  "%",
  "/%",
  "//",
  "\\evil.example",
  "http://",
  "http://localhost.evil.example/",
  "https://evil.example",
  "javascript:alert(1)",
  "%E0%A4%A",
  "%00",
  "x".repeat(4_000),
];

const HEADERS = [
  "cookie",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
  "forwarded",
  "accept-language",
  "accept",
  "accept-encoding",
  "content-type",
  "referer",
  "range",
  "if-none-match",
  "if-modified-since",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
  "rsc",
  "next-action",
  "x-nextjs-data",
  "x-matched-path",
  "x-middleware-subrequest",
  "user-agent",
];

const VALUES = [
  "",
  "%",
  "%E0%A4%A",
  "{",
  "undefined",
  "http://localhost.evil.example",
  "[::",
  "\u00ff\u00fe",
  "x".repeat(3_000),
  "=;=;;=%00",
];

const DOORS = [
  "/",
  "/sign-in",
  "/account",
  "/projects",
  "/projects/x/bundle",
  "/exports/x",
  "/api/auth/csrf",
  "/api/auth/callback/credentials",
  "/e",
  "/e/x/1",
  "/nowhere",
];

async function expectRefusals(requests: readonly RawRequest[]) {
  const failures: string[] = [];
  const left = [...requests];
  const work = async () => {
    for (;;) {
      const request = left.pop();
      if (request === undefined) return;
      await judge(request);
    }
  };
  const judge = async (request: RawRequest) => {
    const { status, answer } = await sendRaw(request);
    if (status < 200 || status >= 500)
      failures.push(`${status} ${JSON.stringify(request).slice(0, 300)}`);
    // Nobody is sent to another site.
    if (/^location: (?:https?:)?\/\/(?!localhost[:/])/im.test(answer))
      failures.push(`led away: ${JSON.stringify(request).slice(0, 300)}`);
  };
  await Promise.all([work(), work(), work(), work()]);
  expect(failures).toEqual([]);
}

test("methods that nothing answers are refused at every door", async () => {
  for (const path of DOORS)
    for (const method of ["TRACE", "PROPFIND", "MKCOL", "PURGE"]) {
      const { status, answer } = await sendRaw({ method, path });
      expect(status, `${method} ${path}`).toBe(405);
      expect(answer).toMatch(/^allow: GET, HEAD/im);
    }
  await expectRefusals(
    DOORS.flatMap((path) =>
      ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "POST"].map((method) => ({
        method,
        path,
      })),
    ),
  );
});

test("what comes from another site, or from nowhere that there is, changes nothing", async () => {
  for (const origin of ORIGINS)
    for (const path of ["/sign-in", "/api/auth/signout", "/exports/x"]) {
      const headers = {
        origin,
        "next-action": ACTION,
        "content-type": "text/plain",
      };
      const { status } = await sendRaw({
        method: "POST",
        path,
        headers,
        body: "[]",
      });
      // Node itself answers what is no header at all.
      expect([400, 403], `${origin} ${path}`).toContain(status);
    }
});

test("odd headers are never an error of the server", async () => {
  test.setTimeout(240_000);
  const doors = ["/sign-in", "/projects/x/bundle", "/e", "/api/auth/csrf"];
  const requests = doors.flatMap((path) =>
    HEADERS.flatMap((name) =>
      VALUES.map((value) => ({ path, headers: { [name]: value } })),
    ),
  );
  await expectRefusals(requests);
});

test("odd cookies are never an error of the server, and sign nobody in", async () => {
  const names = [
    "next-auth.session-token",
    "__Secure-next-auth.session-token",
    "next-auth.session-token.0",
    "next-auth.csrf-token",
    "next-auth.callback-url",
    "duizhao.device",
    "NEXT_LOCALE",
    "locale",
    "theme",
  ];
  const requests = names.flatMap((name) =>
    [...VALUES, "a.b.c.d.e", "eyJhbGciOiJub25lIn0..", "|"].flatMap((value) =>
      ["/account", "/sign-in", "/api/auth/csrf", "/exports/x"].map((path) => ({
        path,
        headers: { cookie: `${name}=${value}` },
      })),
    ),
  );
  await expectRefusals(requests);
  const { answer } = await sendRaw({
    path: "/account",
    headers: { cookie: "next-auth.session-token=x" },
  });
  expect(answer).toMatch(/sign-in\?next=%2Faccount/);
});

test("odd addresses are never an error of the server, and lead to no other site", async () => {
  const places = ADDRESSES.flatMap((value) => {
    const path = value.replace(/[^\x21-\x7e]/g, "");
    return [
      `/${path}`,
      `/sign-in?next=${path}`,
      `/sign-in?callbackUrl=${path}`,
      `/sign-up?setup=${path}&invitation=${path}`,
      `/invitations/${path}`,
      `/projects/${path}`,
      `/projects/${path}/documents/${path}/rows?from=${path}&to=${path}`,
      `/exports/${path}/file`,
      `/e/${path}`,
      `/e/${path}/${path}`,
      `/api/auth/${path}`,
      `/api/auth/csrf?callbackUrl=${path}`,
      `/api/auth/callback/credentials?callbackUrl=${path}`,
      `/_next/${path}`,
      `/_next/image?url=${path}&w=64&q=75`,
    ];
  });
  await expectRefusals(places.map((path) => ({ path })));
  await expectRefusals(
    ADDRESSES.map((value) => ({
      method: "POST",
      path: "/api/auth/signout",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `callbackUrl=${encodeURIComponent(value)}&csrfToken=x&json=true`,
    })),
  );
});

test("no page of the sign-in library is there, and of its endpoints only those that the forms use", async ({
  request,
}) => {
  const gone = [
    "signin",
    "signin/credentials",
    "verify-request",
    "error",
    "error?error=Configuration",
    "session",
    "_log",
    "callback/email",
    "constructor",
    "csrf/more",
  ];
  for (const path of gone)
    for (const method of ["GET", "POST"]) {
      const answer = await request.fetch(`/api/auth/${path}`, { method });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      expect(answer.headers()["content-type"]).toMatch(/^application\/json/);
    }
  const wrong = [
    ["GET", "signout"],
    ["GET", "callback/credentials"],
    ["POST", "csrf"],
    ["POST", "providers"],
  ] as const;
  for (const [method, path] of wrong) {
    const answer = await request.fetch(`/api/auth/${path}`, { method });
    expect(answer.status(), `${method} ${path}`).toBe(405);
  }
});

test("odd bodies at the sign-in door are refused", async ({ request }) => {
  const types = ["application/json", "text/plain", "multipart/form-data"];
  const bodies = ["", "{", "null", "[]", '{"csrfToken":{}}', "\u0000", "a=%"];
  for (const path of ["callback/credentials", "signout"])
    for (const type of types)
      for (const data of bodies) {
        const answer = await request.post(`/api/auth/${path}`, {
          data,
          headers: { "content-type": type, origin: home() },
        });
        expect(answer.status(), `${path} ${type} ${data}`).toBeGreaterThan(399);
        expect(answer.status(), `${path} ${type} ${data}`).toBeLessThan(500);
      }
  const large = await request.post("/api/auth/signout", {
    form: { csrfToken: "x".repeat(100_000) },
  });
  expect(large.status()).toBe(413);
});
