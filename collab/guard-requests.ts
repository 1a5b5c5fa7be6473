import type {
  beforeHandleMessagePayload,
  beforeSyncPayload,
  Connection,
  Extension,
} from "@hocuspocus/server";
import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createAllowance, type Allowance } from "./allowance";
import { PRESENCE_BYTES, SMALLEST_ANSWER, STATE_REQUESTS } from "./limits";
import { isReading } from "./outgoing";
import type { Texts } from "./texts";
import type { Visit } from "./visit";
import { turnAway, type Visitors } from "./visitors";

const QUERY_AWARENESS = 3;
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;

/**
 * Bounds what a visitor makes the server work out and send: a few bytes ask for a whole text. Counted for the connection, and
 * by the size of the text for the account; and one such answer at a time, so that others are served in between.
 */
export function guardRequests(
  texts: Texts,
  visitors: Visitors,
): Extension<Visit> {
  const requests = new WeakMap<Visit, Allowance>();
  const turns = createTurns();

  const charge = (visit: Visit, bytes: number) => {
    const now = Date.now();
    const asked = requests.get(visit) ?? createAllowance(STATE_REQUESTS, now);
    requests.set(visit, asked);
    const { answers } = visitors.allowances(visit.actor.accountId);
    if (
      !isReading(visit.visitor, visitors) ||
      !asked.take(1, now) ||
      !answers.take(bytes + SMALLEST_ANSWER, now)
    )
      throw turnAway(visit.visitor);
  };

  return {
    extensionName: "guard-requests",
    async beforeHandleMessage({
      context,
      document,
      update,
    }: beforeHandleMessagePayload<Visit>) {
      if (typeOf(update) !== QUERY_AWARENESS) return;
      charge(context, document.awareness.getStates().size * PRESENCE_BYTES);
    },
    async beforeSync({ type, context, connection }: beforeSyncPayload<Visit>) {
      if (!isCostly(type, connection)) return;
      const { name } = context;
      const log = name.kind === "text" ? texts.logs.get(name.id) : undefined;
      charge(context, log?.size() ?? 0);
      await turns.next();
    },
  };
}

/** Whether a sync message has the whole text gone through: a question, and an answer of one whose changes are not taken. */
function isCostly(type: number, { readOnly }: Connection): boolean {
  return type === SYNC_STEP_1 || (readOnly && type === SYNC_STEP_2);
}

function typeOf(message: Uint8Array): number {
  const decoder = createDecoder(message);
  readVarString(decoder);
  return readVarUint(decoder);
}

/** Lets one after another go on, each in a turn of the event loop of its own. */
function createTurns(): { next(): Promise<void> } {
  let last = Promise.resolve();
  return {
    next() {
      last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
      return last;
    },
  };
}
