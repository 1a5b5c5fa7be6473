#!/usr/bin/env node
// The `duizhao` command. Plain Node: on a fresh clone nothing is installed yet.
import { existsSync } from "node:fs";
import path from "node:path";
import { at, prepare, root } from "./prepare.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `duizhao: needs Node.js 20.19 or newer, and this is ${process.version}.`,
  );
  process.exit(1);
}

// Whoever reads our output may stop reading (`duizhao parse FILE | head`): that is no error. A
// closed terminal or a full disk is one, and cannot be told to anybody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
}

if (!existsSync(path.join(root, "node_modules", "tsx"))) {
  try {
    await prepare("installPackages");
  } catch (error) {
    console.error(
      error.name === "Problem" ? `duizhao: ${error.message}` : error,
    );
    process.exit(1);
  }
}

// Paths of ours are resolved by our settings, wherever the command was called.
process.env.TSX_TSCONFIG_PATH = path.join(root, "tsconfig.json");
await import(at("node_modules/tsx/dist/loader.mjs"));
const { main } = await import(at("cli/main.ts"));
process.exitCode = await main(process.argv.slice(2));
