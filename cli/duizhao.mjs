#!/usr/bin/env node
// The `duizhao` command. Plain Node: on a fresh clone nothing is installed yet.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (file) => pathToFileURL(path.join(root, file)).href;

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `duizhao: needs Node.js 20.19 or newer, and this is ${process.version}.`,
  );
  process.exit(1);
}

// Whoever reads our output may stop reading (`duizhao parse FILE | head`): that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** Installs the packages as `npm start` does; standard output is for results, so it is told on standard error. */
async function install() {
  const [folder, write] = [process.cwd(), process.stdout.write];
  process.stdout.write = process.stderr.write.bind(process.stderr);
  process.chdir(root);
  try {
    const { installPackages } = await import(at("boot/prepare.mjs"));
    await installPackages();
  } catch (error) {
    console.error(error.name === "Problem" ? error.message : error);
    process.exit(1);
  } finally {
    process.chdir(folder);
    process.stdout.write = write;
  }
}

if (!existsSync(path.join(root, "node_modules", "tsx"))) await install();

// Paths of ours are resolved by our settings, wherever the command was called.
process.env.TSX_TSCONFIG_PATH = path.join(root, "tsconfig.json");
await import(at("node_modules/tsx/dist/loader.mjs"));
const { main } = await import(at("cli/main.ts"));
process.exitCode = await main(process.argv.slice(2));
