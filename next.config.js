import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./server/locale.ts");

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
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
