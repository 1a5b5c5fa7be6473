import type {
  beforeHandleAwarenessPayload,
  Document,
  Extension,
} from "@hocuspocus/server";
import { z } from "zod";
import { colorOf, initialsOf } from "@/core/live/people";
import { FRAGMENT } from "@/editor/schema";
import { LIMITS } from "./limits";
import type { Texts } from "./texts";
import type { Visit } from "./visit";

const Id = z.strictObject({
  client: z.number().int().min(0),
  clock: z.number().int().min(0),
});
/** A place in a Yjs document as JSON. Strict: editors read it without looking, and break on anything else. */
const Place = z.strictObject({
  type: Id.nullish(),
  tname: z.literal(FRAGMENT).nullish(),
  item: Id.nullish(),
  assoc: z.number().int().nullish(),
});
const State = z.object({
  cursor: z.strictObject({ anchor: Place, head: Place }).nullish(),
  rowId: z.uuid().nullish(),
});

/**
 * Makes presence trustworthy: who someone is comes from the session, never from the client; a caret and a row are all
 * that may be told beside it; nobody may speak for another's window. Who shows an id in a text is who may write under it.
 */
export const guardPresence = (texts: Texts): Extension<Visit> => ({
  extensionName: "guard-presence",
  async beforeHandleAwareness({
    states,
    context,
    document,
  }: beforeHandleAwarenessPayload<Visit>) {
    if (context === undefined) return;
    const { actor, name } = context;
    const writers =
      name.kind === "text" ? texts.logs.get(name.id)?.writers : undefined;
    // What one message admits counts at once: the server's own count follows only when the whole of it is applied.
    let room = LIMITS.presencesPerConnection;
    for (const [clientId, state] of states) {
      room -= 1;
      if (
        room < 0 ||
        !maySpeakFor(clientId, context, document) ||
        writers?.show(clientId, actor.accountId) === false
      )
        states.delete(clientId);
      else
        states.set(clientId, {
          ...readState(state),
          user: {
            accountId: actor.accountId,
            name: actor.name,
            initials: initialsOf(actor.name),
            color: colorOf(actor.accountId),
          },
        });
    }
  },
});

function maySpeakFor(
  clientId: number,
  visit: Visit,
  document: Document,
): boolean {
  for (const [connection, { clients }] of document.connections) {
    const context = connection.context as Visit;
    if (context === visit) {
      if (clients.has(clientId)) return true;
      if (clients.size >= LIMITS.presencesPerConnection) return false;
    } else if (
      clients.has(clientId) &&
      // One's own window may be here twice while a cut connection is not noticed yet.
      context.actor.accountId !== visit.actor.accountId
    ) {
      return false;
    }
  }
  return true;
}

function readState(state: unknown): z.infer<typeof State> {
  const parsed = State.safeParse(state);
  if (!parsed.success) return {};
  return parsed.data;
}
