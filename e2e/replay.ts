import type { APIRequestContext, Page } from "@playwright/test";

/** A call of a server action, held back before it reached the server. */
export type Call = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
};

/** Keeps what a page asks of the server's actions from getting there. */
export async function holdBackCalls(page: Page): Promise<Call[]> {
  const calls: Call[] = [];
  await page.route("**/*", async (route) => {
    const request = route.request();
    const headers = request.headers();
    if (headers["next-action"] === undefined) return route.fallback();
    calls.push({ url: request.url(), headers, body: request.postDataBuffer() });
    await route.abort();
  });
  return calls;
}

/** Makes a held-back call in someone else's name; returns what the action answered. */
export async function replay(
  as: APIRequestContext,
  { url, headers, body }: Call,
) {
  const kept = Object.entries(headers).filter(([name]) =>
    /^(next-|content-type$|accept$|origin$)/.test(name),
  );
  const answer = await as.post(url, {
    headers: Object.fromEntries(kept),
    data: body ?? "",
    maxRedirects: 0,
  });
  const text = await answer.text();
  return /"ok":(?:true|false,"error":\{"code":"\w+")/.exec(text)?.[0] ?? text;
}
