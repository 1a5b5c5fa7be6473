/** What became of a download: the name of the file, or the key below `errors` that says why there is none. */
export type Downloaded =
  | { readonly ok: true; readonly filename: string }
  | { readonly ok: false; readonly error: string };

/** Fetches a file and hands it to the browser's downloads; rejects where the server can't be reached or on abort. */
export async function download(
  address: string,
  signal: AbortSignal,
): Promise<Downloaded> {
  const response = await fetch(address, { signal });
  if (!response.ok) return { ok: false, error: await errorOf(response) };
  const filename = fileNameOf(response.headers.get("content-disposition"));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  // The browser has taken hold of the file by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(url));
  return { ok: true, filename };
}

async function errorOf(response: Response): Promise<string> {
  try {
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && "message" in body)
      return String(body.message);
  } catch {
    // Not our own answer: a proxy's page, or half of one.
  }
  return "unexpected";
}

function fileNameOf(disposition: string | null): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "") ?? [];
  try {
    return name === undefined ? "edition" : decodeURIComponent(name);
  } catch {
    return "edition";
  }
}
