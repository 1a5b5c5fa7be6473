// What must be there before anything of ours can run: packages, database client, pages.
// Plain Node: on a fresh clone nothing else exists yet.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run, step } from "./progress.mjs";

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** True when a package of the lock file is for another kind of computer, and rightly absent here. */
function isForOthers({ os, cpu, libc, optional }) {
  const differs = (list, ours) =>
    list &&
    (list.includes(`!${ours}`) ||
      (!list.some((name) => name.startsWith("!")) && !list.includes(ours)));
  return (
    optional ||
    differs(os, process.platform) ||
    differs(cpu, process.arch) ||
    Boolean(libc)
  );
}

/** Compares what is installed with package-lock.json. */
function isInstalled({ withTools }) {
  const installed = read("node_modules/.package-lock.json");
  if (!installed) return false;
  const have = JSON.parse(installed).packages;
  const want = JSON.parse(read("package-lock.json")).packages;
  return Object.entries(want).every(([name, entry]) => {
    if (name === "") return true;
    const present = have[name];
    if (!present)
      return isForOthers(entry) || (Boolean(entry.dev) && !withTools);
    return (
      present.version === entry.version && present.integrity === entry.integrity
    );
  });
}

/** Installs the packages of package-lock.json when they are missing or stale. */
export async function installPackages({ withTools = false } = {}) {
  if (isInstalled({ withTools })) return;
  const env = { ...process.env };
  // Under "production", npm would leave the build's own tools out.
  delete env.NODE_ENV;
  const npm = process.env.npm_execpath;
  // What is there is brought up to date in place: a failed download leaves it as it was.
  const how = existsSync("node_modules") ? ["install", "--no-save"] : ["ci"];
  const args = [...how, "--include=dev", "--loglevel=error", "--no-progress"];
  const [command, ...rest] = npm?.endsWith(".js")
    ? [process.execPath, npm, ...args]
    : ["npm", ...args];
  const remedy =
    "The packages could not be installed: see to the network or the npm registry in use, then start again.";
  await step("Installing packages", () => run(command, rest, { env, remedy }));
}

/** Lists files below folders, without tests and pages of text. */
function listFiles(roots) {
  return roots.flatMap((root) => {
    if (!existsSync(root)) return [];
    const entries = readdirSync(root, { withFileTypes: true, recursive: true });
    return entries
      .filter(
        (entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name),
      )
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  });
}

function hashOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files.sort())
    hash
      .update(`\0${file}\0`)
      .update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}

/** Does `work` unless the mark it left says that it was done for the same sources. */
async function once(title, mark, result, sources, work) {
  const hash = hashOf(sources);
  if (existsSync(result) && read(mark) === hash) return;
  await step(title, work);
  writeFileSync(mark, hash);
}

const bin = (name) => path.join("node_modules", ...name.split("/"));

/** Generates the database client when the schema has changed. */
export async function generateClient() {
  const folder = "server/db/generated";
  const sources = [
    "prisma/schema.prisma",
    "prisma.config.ts",
    bin("prisma/package.json"),
  ];
  const remedy =
    "The database client could not be generated from prisma/schema.prisma.";
  await once(
    "Generating the database client",
    `${folder}/.made-from`,
    `${folder}/client.ts`,
    sources,
    () =>
      run(process.execPath, [bin("prisma/build/index.js"), "generate"], {
        remedy,
        env: {
          ...process.env,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
      }),
  );
}

/** Builds the pages when their sources have changed. */
export async function buildPages() {
  const folder = process.env.NEXT_DIST_DIR ?? ".next";
  const sources = [
    ...listFiles([
      "app",
      "components",
      "core",
      "editor",
      "server",
      "messages",
      "public",
    ]),
    ...[
      "next.config.js",
      "postcss.config.mjs",
      "proxy.ts",
      "tsconfig.json",
      "package-lock.json",
    ],
  ];
  const remedy = "The pages could not be built; what stands above says why.";
  await once(
    "Building the pages",
    `${folder}/made-from`,
    `${folder}/BUILD_ID`,
    sources,
    () =>
      run(process.execPath, [bin("next/dist/bin/next"), "build"], {
        remedy,
        env: {
          ...process.env,
          NODE_ENV: "production",
          NEXT_TELEMETRY_DISABLED: "1",
        },
      }),
  );
}
