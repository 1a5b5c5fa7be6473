import { deserialize, serialize } from "node:v8";
import type { Edition } from "@/core/editions/edition";

/** An edition as it travels between threads and processes: as bytes, which change hands without being looked through. */
export type EditionPack = Uint8Array;

/** Packs an edition; for a long one, in a thread. */
export function packEdition(edition: Edition): EditionPack {
  return serialize(edition);
}

/** Unpacks what `packEdition` of this process or its server has packed. */
export function unpackEdition(pack: EditionPack): Edition {
  return deserialize(pack) as Edition;
}
