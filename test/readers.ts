import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a program said, and how it ended. */
export type Said = { readonly code: number; readonly text: string };

/** Runs a program of others; what it says to both outputs is one text. */
export function runReader(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const options = {
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment },
  };
  return new Promise((resolve, reject) => {
    execFile(program, [...args], options, (error, out, err) => {
      const { code = 0 } = (error ?? {}) as { code?: number | string };
      if (typeof code === "string") reject(error ?? new Error(code));
      else resolve({ code, text: `${out}${err}` });
    });
  });
}

/** Writes files into a folder of their own, does something with their paths, and takes them away again. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-read-"));
  try {
    const paths = Object.keys(files).map((name) => path.join(folder, name));
    await Promise.all(
      Object.values(files).map((body, index) =>
        writeFile(paths[index] ?? "", body),
      ),
    );
    return await use(paths);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What epubcheck has against a book: "" for nothing at all. */
export async function epubcheck(book: Uint8Array): Promise<string> {
  const { text } = await withFiles({ "book.epub": book }, ([file = ""]) =>
    runReader("java", ["-jar", "/usr/share/java/epubcheck.jar", file]),
  );
  if (text.includes("No errors or warnings detected")) return "";
  return text;
}

/** What jing has against XML files by a schema in compact syntax: "" for nothing at all. */
export async function jing(
  schema: string,
  bodies: readonly string[],
): Promise<string> {
  const files = Object.fromEntries(
    bodies.map((body, index) => [`${index}.xml`, body]),
  );
  const { code, text } = await withFiles(files, (paths) =>
    runReader("jing", ["-c", schema, ...paths]),
  );
  return code === 0 ? "" : text;
}
