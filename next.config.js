import { writeFileSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";
import { MAX_BODY_BYTES } from "./core/documents/body-limits.mjs";

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

/** What every answer says to the browser; the content policy, which has a nonce, comes from proxy.ts. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Addresses hold ids of documents and secrets of invitations: no other site learns them.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

async function headers() {
  const list = Object.entries(SECURITY_HEADERS);
  return [
    {
      source: "/:path*",
      headers: list.map(([key, value]) => ({ key, value })),
    },
  ];
}

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  headers,
  // No page shows images that have to be resized; without this Next keeps a door open that does it, and fails on odd addresses.
  images: { unoptimized: true },
  distDir,
  // Arguments of actions hold passwords and whole documents: not for a log.
  logging: { serverFunctions: false },
  // `npm test` checks the types of the whole house; a start need not wait for that again.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: findTypeScriptSettings(),
  },
  // Files and documents travel through server actions. proxy.ts gets a copy of each body, which has a limit of its own: a body above
  // it would be cut, and the action would fail on the rest.
  experimental: {
    serverActions: { bodySizeLimit: MAX_BODY_BYTES },
    proxyClientMaxBodySize: MAX_BODY_BYTES,
  },
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
    "iconv-lite",
  ],
};

export default withNextIntl(config);
