import { expect, test } from "./fixtures";

test("pages run no script but their own and are framed by nobody", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text()))
      refused.push(message.text());
  });
  const response = await page.goto("/sign-in");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  expect(refused).toEqual([]);

  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const markup = document.createElement("div");
    markup.innerHTML = '<img src="data:," onerror="window.ran = true">';
    document.body.append(markup);
    return new Promise((resolve) => {
      markup.firstElementChild?.addEventListener("error", () =>
        setTimeout(() => resolve("ran" in window), 50),
      );
    });
  });
  expect(ran).toBe(false);
});

test("every answer has its nonce anew, and files say what they are", async ({
  request,
}) => {
  const policies = new Set<string>();
  for (const _ of [1, 2, 3]) {
    const { "content-security-policy": policy = "" } = (
      await request.get("/sign-in")
    ).headers();
    policies.add(policy);
  }
  expect(policies.size).toBe(3);
  const html = await (await request.get("/sign-in")).text();
  const file = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
  const headers = (await request.get(file)).headers();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("answers that are no page run nothing either", async ({ request }) => {
  for (const place of [
    "/_next/static/nothing.js",
    "/_next/static/chunks/nothing.css",
    "/_next/nothing",
    "/_next/image?url=%2Fnothing&w=64&q=75",
    "/nowhere",
    "/e/nowhere/1",
  ]) {
    const answer = await request.get(place);
    expect(answer.status(), place).toBeGreaterThan(399);
    expect(answer.status(), place).toBeLessThan(500);
    const headers = answer.headers();
    expect(headers["x-content-type-options"], place).toBe("nosniff");
    // One policy, not two that are both in force.
    expect(headers["content-security-policy"], place).toMatch(
      /^default-src '(?:self|none)'(?:(?!default-src).)*frame-ancestors 'none'/,
    );
  }
});
