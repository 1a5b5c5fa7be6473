import { errorOf, type Answer } from "./ask-server";

/** Fetches a file and hands it to the browser's downloads; gives its name. Rejects as `askServer` does. */
export async function download(
  address: string,
  signal: AbortSignal,
): Promise<Answer<string>> {
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
  return { ok: true, value: filename };
}

function fileNameOf(disposition: string | null): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "") ?? [];
  try {
    return name === undefined ? "edition" : decodeURIComponent(name);
  } catch {
    return "edition";
  }
}
