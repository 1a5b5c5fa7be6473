// Programs of others that the tests need: readers of exported files and a browser.
import { existsSync } from "node:fs";
import path from "node:path";
import { run, step } from "../boot/progress.mjs";

/** Readers of exported files: the file that shows that one is installed, with its Debian package. */
const READERS = {
  "/usr/bin/pandoc": "pandoc",
  "/usr/share/java/epubcheck.jar": "epubcheck",
  "/usr/bin/jing": "jing",
  "/usr/bin/xmllint": "libxml2-utils",
  "/usr/bin/pdftotext": "poppler-utils",
  "/usr/bin/po2xliff": "translate-toolkit",
  "/usr/bin/soffice": "libreoffice-writer-nogui",
  // Of PHP's library for translations only the published schemas of XLIFF are used.
  "/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-1.2-strict.xsd":
    "php-symfony-translation",
};
const BROWSER = { "/usr/bin/chromium": "chromium" };

const listMissing = (tools) =>
  Object.keys(tools).filter((file) => !existsSync(file));

/** Installs the Debian packages of missing tools, where the process may: on Debian, as root. */
async function installTools(title, tools) {
  const missing = listMissing(tools);
  const mayInstall =
    existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (missing.length === 0 || !mayInstall) return;
  const packages = missing.map((file) => tools[file]);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const remedy = `Install by hand: ${packages.join(" ")}.`;
  await step(title, async () => {
    await run("apt-get", ["update"], { env, remedy });
    await run(
      "apt-get",
      ["install", "-y", "--no-install-recommends", ...packages],
      { env, remedy },
    );
  }).catch((error) => console.log(error.message));
}

/** Installs the readers of exported files; tests of exports fail without them. */
export async function ensureReaders() {
  await installTools("Installing readers of exported files", READERS);
  const missing = listMissing(READERS);
  if (missing.length === 0) return;
  const packages = missing.map((file) => READERS[file]).join(", ");
  console.log(
    `Tests of exports will fail: these are not where Debian has them: ${packages}.`,
  );
}

/** Finds a browser or installs one: Debian's where possible, else the one that fits the test runner. */
export async function ensureBrowser() {
  if (existsSync("/usr/bin/chromium")) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  await installTools("Installing Chromium", BROWSER);
  if (existsSync("/usr/bin/chromium")) return;
  const remedy = "No browser could be installed: install Chromium by hand.";
  const cli = path.join("node_modules", "playwright", "cli.js");
  await step("Installing a browser", () =>
    run(process.execPath, [cli, "install", "chromium"], { remedy }),
  );
}
