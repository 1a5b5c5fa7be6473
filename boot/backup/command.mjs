// `npm run backup -- FILE` and `npm run restore -- FILE`. Plain Node: on a fresh clone nothing is installed yet.
import path from "node:path";
import { generateClient, installPackages } from "../prepare.mjs";

// npm runs us in the product's folder; FILE belongs to the folder in which it was called.
const [, , name, ...args] = process.argv;
const isByNpm = process.env.npm_lifecycle_event === name;
const folder = (isByNpm && process.env.INIT_CWD) || process.cwd();
process.chdir(path.resolve(import.meta.dirname, "../.."));

try {
  await installPackages();
  await generateClient();
} catch (error) {
  console.error(error.name === "Problem" ? error.message : error);
  process.exit(1);
}
await import("tsx");
const { main } = await import("./main.ts");
process.exitCode = await main(name, args, folder);
