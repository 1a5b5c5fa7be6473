import { writeFileSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./server/locale.ts");

/** Several servers can live side by side, each with an output folder of its own. */
const distDir = process.env.NEXT_DIST_DIR ?? ".next";

/** Next writes the output folder into the TypeScript settings; those of another folder are kept apart. */
function findTypeScriptSettings() {
  if (distDir === ".next") return "tsconfig.json";
  const name = `${distDir}.tsconfig.json`;
  writeFileSync(name, JSON.stringify({ extends: "./tsconfig.json" }));
  return name;
}

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  distDir,
  // `npm test` checks the types of the whole house; a start need not wait for that again.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: findTypeScriptSettings(),
  },
  // Imported files travel through server actions; the importer itself refuses anything above 20 MB.
  experimental: { serverActions: { bodySizeLimit: "24mb" } },
  // One copy per process: the live server (boot) and the Next bundle must share these modules.
  serverExternalPackages: [
    "yjs",
    "y-protocols",
    "@tiptap/y-tiptap",
    "@hocuspocus/server",
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "mammoth",
    "linkedom",
    "@mozilla/readability",
    "iconv-lite",
    "chardet",
    "docx",
  ],
};

export default withNextIntl(config);
