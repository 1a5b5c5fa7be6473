// What must be there before a command can run. Plain Node: on a fresh clone nothing else exists yet.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of the product. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "..",
);

/** The address of a file of ours. */
export const at = (file) => pathToFileURL(path.join(root, file)).href;

/**
 * Does a step of `npm start`'s preparation from the product's own folder; standard output is for results, so what the
 * step says goes to standard error.
 */
export async function prepare(step) {
  const [folder, write] = [process.cwd(), process.stdout.write];
  process.stdout.write = process.stderr.write.bind(process.stderr);
  process.chdir(root);
  try {
    await (await import(at("boot/prepare.mjs")))[step]();
  } finally {
    process.chdir(folder);
    process.stdout.write = write;
  }
}
