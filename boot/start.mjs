// `npm start` and `npm run dev`: from whatever state the folder is in to a running Duizhao.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { surviveClosedOutput } from "./output.mjs";

surviveClosedOutput();

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Duizhao needs Node.js 20.19 or newer, and this is ${process.version}: install a newer one from your system or nodejs.org.`,
  );
  process.exit(1);
}

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
const dev = process.argv.includes("--dev");

process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

try {
  const prepare = await import("./prepare.mjs");
  await prepare.installPackages();
  await import("tsx");
  const { check } = await import("./check.ts");
  await check();
  await prepare.generateClient();
  if (!dev) await prepare.buildPages();
} catch (error) {
  const isExpected = ["Problem", "EnvError"].includes(error?.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}

// One process from here on: what ends it ends everything.
await import("./main.ts");
