import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret for a link: 32 random bytes, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The form in which a link's secret is stored; hex SHA-256. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Tells whether two secrets are the same, in a time that tells nothing. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(
    Buffer.from(hashSecret(a)),
    Buffer.from(hashSecret(b)),
  );
}
