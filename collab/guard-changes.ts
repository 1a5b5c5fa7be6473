import type {
  afterHandleMessagePayload,
  beforeHandleMessagePayload,
  beforeSyncPayload,
  Document,
  Extension,
} from "@hocuspocus/server";
import { parseUpdateMeta } from "yjs";
import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import type { Texts } from "./texts";
import type { Visit } from "./visit";
import type { Visitors } from "./visitors";

const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
/** An update without structs and deletions: what a client that has nothing new answers with. */
const NOTHING = 2;

/**
 * Looks at every change before it is applied: rights that were taken back, text that has grown too large, bytes that
 * are no update. Hocuspocus itself leaves out the changes of read-only connections; here is noted that it did.
 */
export function guardChanges(
  texts: Texts,
  visitors: Visitors,
): Extension<Visit> {
  const gaps = new WeakSet<Visit>();
  return {
    extensionName: "guard-changes",
    async beforeHandleMessage({
      context,
      document,
    }: beforeHandleMessagePayload<Visit>) {
      if (visitors.revision(context.actor.accountId) !== context.revision)
        throw new Refusal("role_changed");
      if (document.isDestroyed) throw new Refusal("reset");
      if (hasGap(document)) gaps.add(context);
      else gaps.delete(context);
    },
    async beforeSync({
      type,
      payload,
      context,
      connection,
      document,
    }: beforeSyncPayload<Visit>) {
      if (type === SYNC_STEP_1 || context.name.kind !== "text") return;
      // Throws for bytes that are no update, before anything is made of them.
      parseUpdateMeta(payload);
      if (connection.readOnly && context.refused !== "too_large") {
        if (payload.byteLength > NOTHING) context.refused = "read_only";
        return;
      }
      const stored = texts.logs.get(context.name.id)?.size() ?? 0;
      const size = stored + waitingBytes(document) + payload.byteLength;
      const isTooLarge = size > LIMITS.textBytes;
      // After a refusal only a whole resync can be taken: later changes build on the refused one.
      if (!isTooLarge && (context.refused === null || type === SYNC_STEP_2)) {
        context.refused = null;
        connection.readOnly = false;
        return;
      }
      context.refused = "too_large";
      connection.readOnly = true;
    },
    async afterHandleMessage({
      context,
      document,
    }: afterHandleMessagePayload<Visit>) {
      // Only the visitor whose change left the gap has to resync; others are not kept from saving.
      if (!hasGap(document)) context.hasGap = false;
      else if (!gaps.has(context)) context.hasGap = true;
    },
  };
}

/** What the document keeps aside because something before it is missing; it is in no log yet, but in memory. */
function waitingBytes({ store }: Document): number {
  const structs = store.pendingStructs?.update.byteLength ?? 0;
  return structs + (store.pendingDs?.byteLength ?? 0);
}

function hasGap({ store }: Document): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}
