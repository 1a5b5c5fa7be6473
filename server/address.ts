import { isIP, isIPv6 } from "node:net";
import { isSecure } from "@/server/session-token";

/** Set by the boot process on every request, over whatever the client sent; the only header that attempts are counted by. */
export const ADDRESS_HEADER = "x-duizhao-address";

// Loopback, private and link-local addresses: where a reverse proxy of our own sits.
const NEAR =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The part of an address that one customer of a network holds: an IPv4 address, or an IPv6 /64. */
export function networkOf(address: string): string {
  const plain = unmapped(
    address
      .trim()
      .replace(/^\[|\]$/g, "")
      .replace(/%.*$/, ""),
  );
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap =
    tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** Tells whether a connection is the https proxy's in front of us, which NEXTAUTH_URL announces. */
export function isTrustedProxy(peer: string | undefined): boolean {
  return isSecure() && NEAR.test(unmapped(peer ?? ""));
}

/**
 * The network address that a request comes from. `X-Forwarded-For` is believed only where NEXTAUTH_URL says that an https proxy
 * stands before us and the connection comes from near by; then its last entry, which that proxy wrote, is taken.
 */
export function findAddress(
  peer: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
): string {
  const near = unmapped(peer ?? "");
  const forwarded =
    [forwardedFor ?? []].flat().join(",").split(",").at(-1)?.trim() ?? "";
  if (isTrustedProxy(peer) && isIP(forwarded) !== 0)
    return networkOf(forwarded);
  return near === "" ? "unknown" : networkOf(near);
}

/** The network address of a request, as the boot process noted it. */
export function addressOf(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? "unknown";
}
