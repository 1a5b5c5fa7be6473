// `npm run bench [name]`: every benchmark, or those whose file name holds the word.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, installPackages } from "../boot/prepare.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));
process.chdir(path.resolve(folder, ".."));
const [name = ""] = process.argv.slice(2);
const all = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""))
  .sort();
const chosen = all.filter((file) => file.includes(name));

if (chosen.length === 0) {
  console.error(`No benchmark is called ${name}; there are ${all.join(", ")}.`);
  process.exit(2);
}
await installPackages({ withTools: true });
await generateClient();
for (const file of chosen) {
  console.log(`\n${file}`);
  // Collecting garbage by hand keeps one measurement from paying for another.
  // What only the server may import is imported here as on the server.
  const args = [
    ...["--expose-gc", "--conditions=react-server", "--import", "tsx"],
    `bench/${file}.bench.ts`,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
