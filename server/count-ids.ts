import { createHash } from "node:crypto";

/**
 * Makes ids that are the same for the same name in every run, and sort in the order in which they are made: version 7,
 * counted from a time (milliseconds since 1970), with the hash of the name for randomness.
 */
export function countIds(name: string, since: number): () => string {
  let count = 0;
  return () => {
    const hash = createHash("sha256").update(`${name} ${count}`).digest("hex");
    const time = (since + count).toString(16).padStart(12, "0");
    count += 1;
    const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 3) | 8).toString(
      16,
    );
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
  };
}
