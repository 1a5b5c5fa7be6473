import { readerAsset } from "@/server/export/reader-assets";
import { env } from "@/server/env";

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** What every answer of the reader says to the browser. */
export function securityHeaders(): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    // What is no page loads and runs nothing.
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    ...(isSecure() && { "strict-transport-security": "max-age=31536000" }),
  };
}

/**
 * What a page may do: its own inline styles and early script by their hashes, the script and fonts of this address, and
 * nothing of anybody else. No text can become markup by way of a script.
 */
export function pagePolicy(styles: readonly string[]): string {
  const directives = [
    "default-src 'none'",
    `style-src ${styles.map((hash) => `'${hash}'`).join(" ")}`,
    `script-src 'self' '${readerAsset("script/early.ts").hash}'`,
    "font-src 'self'",
    // Nothing of ours asks; those who check pages ask for robots.txt from within one.
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  if (isSecure()) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
