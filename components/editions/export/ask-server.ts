/** What the server answered: a value, or the key below `errors` that says why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string };

/** Sends something as JSON and reads a JSON answer; rejects where the server can't be reached or on abort. */
export async function askServer<T>(
  address: string,
  init: Pick<RequestInit, "signal" | "method"> & { readonly body?: unknown },
): Promise<Answer<T>> {
  const { body, ...rest } = init;
  const response = await fetch(address, {
    ...rest,
    ...(body !== undefined && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) return { ok: false, error: await errorOf(response) };
  return { ok: true, value: (await response.json()) as T };
}

/** The key below `errors` in an answer that is no success. */
export async function errorOf(response: Response): Promise<string> {
  try {
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && "message" in body)
      return String(body.message);
  } catch {
    // Not our own answer: a proxy's page, or half of one.
  }
  return "unexpected";
}
