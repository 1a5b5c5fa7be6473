import * as Y from "yjs";
import { FRAGMENT } from "@/editor/schema";
import { isWrittenByEditors } from "./content";

/** One piece of an update: an item, or a stretch of what was collected or is left out. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** A stretch of deleted units of one client. */
export type DeletedRange = { readonly clock: number; readonly len: number };

/** An update taken apart: pieces by client in the order of their clocks, and what it deletes. */
export type ReadUpdate = {
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly deletes: ReadonlyMap<number, readonly DeletedRange[]>;
};

/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT = 0xffff_ffff;
/** A clock counts the units one client wrote in one text. Far below 2^53, where sums lose units. */
const MAX_CLOCK = 2 ** 31;

/**
 * Takes an update apart. Throws for bytes that are none, and returns null for an update that no editor of this schema
 * writes: other content or roots, empty pieces, clocks out of range, pieces that lean on later ones of their own client.
 */
export function readUpdate(bytes: Uint8Array): ReadUpdate | null {
  const decoded = Y.decodeUpdate(bytes);
  const structs = new Map<number, Struct[]>();
  let last: number | null = null;
  for (const struct of decoded.structs as readonly Struct[]) {
    if (!isInRange(struct.id, struct.length)) return null;
    if (struct instanceof Y.Item && !isWellFormed(struct)) return null;
    const { client } = struct.id;
    const known = structs.get(client);
    // Yjs would apply only the last of several groups of one client.
    if (known !== undefined && client !== last) return null;
    if (known === undefined) structs.set(client, [struct]);
    else known.push(struct);
    last = client;
  }
  const deletes = decoded.ds.clients as ReadUpdate["deletes"];
  for (const [client, ranges] of deletes)
    for (const { clock, len } of ranges)
      if (!isInRange({ client, clock }, len)) return null;
  return { structs, deletes };
}

function isInRange(
  { client, clock }: { readonly client: number; readonly clock: number },
  length: number,
): boolean {
  return client <= MAX_CLIENT && length > 0 && clock + length <= MAX_CLOCK;
}

/** The parent of an item in an update that is not applied: an id, the name of a root, or null beside its neighbours. */
export function parentOf(item: Y.Item): Y.ID | string | null {
  return item.parent as unknown as Y.ID | string | null;
}

function isWellFormed(item: Y.Item): boolean {
  const parent = parentOf(item);
  if (typeof parent === "string" && parent !== FRAGMENT) return false;
  const isEarlier = (id: unknown) =>
    !(id instanceof Y.ID) ||
    id.client !== item.id.client ||
    id.clock < item.id.clock;
  return (
    isEarlier(parent) &&
    isEarlier(item.origin) &&
    isEarlier(item.rightOrigin) &&
    isWrittenByEditors(item.content)
  );
}
