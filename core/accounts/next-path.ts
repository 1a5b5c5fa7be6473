const BASE = "http://duizhao.invalid";
// What URL parsers drop or read as "/" and so could turn a path into another site's address.
const UNSAFE = /[\\\p{Cc}\p{Zl}\p{Zp}]/u;

/** The path on this site that a `next` parameter names; `fallback` for other sites' addresses and all that is no path. */
export function nextPath(value: unknown, fallback = "/projects"): string {
  if (typeof value !== "string" || value.length > 2_000) return fallback;
  if (!value.startsWith("/") || value.startsWith("//") || UNSAFE.test(value)) {
    return fallback;
  }
  if (!URL.canParse(value, BASE)) return fallback;
  const url = new URL(value, BASE);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== BASE || path.startsWith("//")) return fallback;
  // Back to where one has just been would only ask again.
  return /^\/(?:sign-in|sign-up|api)(?:[/?#]|$)/.test(path) ? fallback : path;
}
