import { uuidv7 } from "uuidv7";

/** A new sortable id. Ids are made here, at the edge, and passed to core as arguments. */
export function newId(): string {
  return uuidv7();
}
