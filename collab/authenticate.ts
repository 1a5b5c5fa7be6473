import type {
  connectedPayload,
  Extension,
  onAuthenticatePayload,
  onDisconnectPayload,
} from "@hocuspocus/server";
import { can, type Action, type Actor, type Role } from "@/core/access/can";
import { EDITOR_SCHEMA_VERSION } from "@/core/live/messages";
import type { TextKind } from "@/server/db/derived-text";
import { findDocumentRole, findTextSeenBy } from "@/server/db/live-texts";
import { sessionFromCookies } from "@/server/session-token";
import { parseDocumentName, type DocumentName } from "./document-name";
import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import { expectVisit, type Texts } from "./texts";
import type { Arrival, Visit } from "./visit";
import type { Visitors } from "./visitors";

/** What Hocuspocus calls the socket of its direct connections. */
const SERVER = "server";

type Place = {
  readonly projectId: string;
  readonly role: Role | null;
  /** What one needs to be allowed to write there; null where nobody writes. */
  readonly writing: Action | null;
};

async function findPlace(
  name: DocumentName,
  { accountId }: Actor,
): Promise<Place | null> {
  if (name.kind === "document") {
    const place = await findDocumentRole(name.id, accountId);
    return place === null ? null : { ...place, writing: null };
  }
  const text = await findTextSeenBy(name.id, accountId);
  if (text === null) return null;
  const { projectId, role, isDeleted } = text;
  if (isDeleted && !can(WRITING[text.kind], text)) return null;
  return { projectId, role, writing: isDeleted ? null : WRITING[text.kind] };
}

const WRITING = {
  translation: "translation.edit",
  note: "note.edit",
  introduction: "edition.prepare",
  conventions: "edition.prepare",
} as const satisfies Record<TextKind, Action>;

/**
 * Lets members in: the session is read again, the role looked up and put to the one policy table. Who may not edit, and
 * who runs another version of the editor, reads only; so do, in the text of a deleted note, those who could bring it back.
 * Who may not even read learns nothing but `not_found`.
 */
export function authenticate(
  texts: Texts,
  visitors: Visitors,
): Extension<Arrival> {
  return {
    extensionName: "authenticate",
    async onAuthenticate(data: onAuthenticatePayload<Arrival>) {
      const name = parseDocumentName(data.documentName);
      if (name === null) throw new Refusal("not_found");
      const { visitor } = data.context;
      if (visitor.documents >= LIMITS.documentsPerSocket)
        throw new Refusal("rate_limited");
      const arrived = expectVisit(texts, data.documentName);
      // Long enough for any load; a mark that stayed for ever would keep the text in memory.
      setTimeout(arrived, 30_000).unref();
      try {
        return await admit(data, name, visitors, arrived);
      } catch (error) {
        arrived();
        if (error instanceof Refusal) throw error;
        console.error(error);
        throw new Refusal("unavailable");
      }
    },
    async connected({ context, connection }: connectedPayload<Visit>) {
      context.arrived();
      context.isOpen = true;
      context.visitor.documents += 1;
      // Rights that were taken back while the text was being loaded.
      if (visitors.revision(context.actor.accountId) !== context.revision)
        connection.close(new Refusal("role_changed").event);
    },
    async onDisconnect({ context, socketId }: onDisconnectPayload<Visit>) {
      // The server's own writing ends here too, where nobody else has the text open: that was no visit.
      if (socketId === SERVER) return;
      context.arrived();
      if (context.isOpen) context.visitor.documents -= 1;
      context.isOpen = false;
    },
  };
}

async function admit(
  {
    context: { visitor },
    connectionConfig,
    token,
  }: onAuthenticatePayload<Arrival>,
  name: DocumentName,
  visitors: Visitors,
  arrived: () => void,
): Promise<Visit> {
  const revision = visitors.revision(visitor.accountId);
  const session = await sessionFromCookies(visitor.cookies);
  if (session?.id !== visitor.sessionId) throw new Refusal("unauthenticated");
  const { actor } = session;
  const place = await findPlace(name, actor);
  if (place === null || !can("project.read", place))
    throw new Refusal("not_found");
  connectionConfig.readOnly =
    place.writing === null ||
    !can(place.writing, place) ||
    token !== String(EDITOR_SCHEMA_VERSION);
  return {
    visitor,
    actor,
    name,
    projectId: place.projectId,
    revision,
    arrived,
    isOpen: false,
    refused: null,
    hasGap: false,
  };
}
