import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSample } from "./build-sample";

const folder = fileURLToPath(new URL("quzhou-15th-fyp", import.meta.url));
const bundle = await buildSample(folder, "Quzhou: 15th Five-Year Plan");
await writeFile(path.join(folder, "bundle.json"), bundle);
console.log(
  `${path.relative(process.cwd(), folder)}/bundle.json: ${bundle.length} characters`,
);
