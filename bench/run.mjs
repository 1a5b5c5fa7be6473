// `npm run bench [name]`: every benchmark, or those whose file name holds the name, one after the other.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as prepare from "../boot/prepare.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));
process.chdir(path.resolve(folder, ".."));

const wanted = process.argv[2] ?? "";
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".bench.ts") && name.includes(wanted))
  .sort();
if (files.length === 0) {
  const names = readdirSync(folder).filter((name) =>
    name.endsWith(".bench.ts"),
  );
  console.error(
    `There is no benchmark “${wanted}”; there are: ${names.map((name) => name.replace(".bench.ts", "")).join(", ")}.`,
  );
  process.exit(2);
}

await prepare.installPackages({ withTools: true });
await prepare.generateClient();
for (const file of files) {
  console.log(`\n${file}`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", `bench/${file}`],
    { stdio: "inherit" },
  );
  if (status !== 0) process.exitCode = 1;
}
