import type {
  afterHandleMessagePayload,
  beforeHandleMessagePayload,
  beforeSyncPayload,
  Connection,
  Extension,
} from "@hocuspocus/server";
import { applyUpdate } from "yjs";
import { inspectUpdate } from "@/editor/updates/inspect-update";
import { leaveOut } from "@/editor/updates/leave-out";
import { dropGaps } from "./gaps";
import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import type { TextLog } from "./text-log";
import type { Texts } from "./texts";
import type { Visit } from "./visit";
import { turnAway, type Visitors } from "./visitors";

const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
/** An update without structs and deletions: what a client that has nothing new answers with. */
const NOTHING = 2;

/** What of a change is applied, or why nothing is. */
type Verdict =
  | { readonly refused: null; readonly update: Uint8Array }
  | { readonly refused: "too_large" | "not_accepted" };

/**
 * Looks at every change before it is applied: rights that were taken back, text that has grown too large, what no editor
 * writes. Of words under another account's client id only that account may bring new ones: they are left out, and whoever
 * passed them on is asked again. Hocuspocus leaves out the changes of connections that only read: one whose change is refused
 * only reads, until it brings the whole text in a form that can be taken.
 */
export function guardChanges(
  texts: Texts,
  visitors: Visitors,
): Extension<Visit> {
  /** Visits one change of which was applied in part: Hocuspocus must not apply the whole. */
  const inPart = new WeakSet<Visit>();

  const judge = (payload: Uint8Array, visit: Visit, log: TextLog): Verdict => {
    if (log.size() + payload.byteLength > LIMITS.textBytes)
      return { refused: "too_large" };
    const inspection = inspectUpdate(log.doc, payload);
    if (
      inspection === null ||
      inspection.writers.size > LIMITS.writersPerChange
    )
      return { refused: "not_accepted" };
    const { accountId } = visit.actor;
    const { work } = visitors.allowances(accountId);
    if (!work.take(inspection.work, Date.now())) throw turnAway(visit.visitor);
    let isPartial = false;
    for (const client of inspection.writers)
      if (log.writers.mayWrite(client, accountId))
        log.writers.write(client, accountId);
      else isPartial = true;
    if (!isPartial) return { refused: null, update: payload };
    const isLeftOut = (client: number) =>
      inspection.writers.has(client) &&
      !log.writers.mayWrite(client, accountId);
    return { refused: null, update: leaveOut(payload, isLeftOut) };
  };

  return {
    extensionName: "guard-changes",
    async beforeHandleMessage({
      context,
      document,
    }: beforeHandleMessagePayload<Visit>) {
      if (visitors.revision(context.actor.accountId) !== context.revision)
        throw new Refusal("role_changed");
      if (document.isDestroyed) throw new Refusal("reset");
    },
    async beforeSync({
      type,
      payload,
      context,
      connection,
      document,
    }: beforeSyncPayload<Visit>) {
      if (type === SYNC_STEP_1 || context.name.kind !== "text") return;
      if (connection.readOnly && !isTurnedAway(context)) {
        if (payload.byteLength > NOTHING) context.refused = "read_only";
        return;
      }
      // After a refusal only a whole resync can be taken: later changes build on the refused one.
      if (context.refused !== null && type !== SYNC_STEP_2) return;
      const log = texts.logs.get(context.name.id);
      if (log === undefined || log.doc !== document) throw new Refusal("reset");
      const verdict = judge(payload, context, log);
      context.refused = verdict.refused;
      connection.readOnly = verdict.refused !== null;
      if (verdict.refused !== null) return;
      const isPartial = verdict.update !== payload;
      if (isPartial) {
        inPart.add(context);
        connection.readOnly = true;
      }
      const hasGap = apply(verdict.update, log, connection);
      if (isPartial || hasGap) context.hasGap = true;
      else if (type === SYNC_STEP_2) context.hasGap = false;
    },
    async afterHandleMessage({
      context,
      connection,
      document,
    }: afterHandleMessagePayload<Visit>) {
      if (context.name.kind === "text") dropGaps(document);
      if (inPart.delete(context)) connection.readOnly = false;
    },
  };
}

/**
 * Applies a change and tells whether it left a gap; Hocuspocus does it once more, which changes nothing. A text whose
 * transaction throws is given up.
 */
function apply(
  update: Uint8Array,
  log: TextLog,
  connection: Connection,
): boolean {
  try {
    applyUpdate(log.doc, update, { source: "connection", connection });
    return dropGaps(log.doc);
  } catch (error) {
    console.error(error);
    log.giveUp();
    throw new Refusal("reset");
  }
}

function isTurnedAway({ refused }: Visit): boolean {
  return refused === "too_large" || refused === "not_accepted";
}
