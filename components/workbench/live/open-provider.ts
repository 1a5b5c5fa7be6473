import {
  HocuspocusProvider,
  MessageType,
  WebSocketStatus,
  type HocuspocusProviderWebsocket,
} from "@hocuspocus/provider";
import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import type { Doc } from "yjs";
import { EDITOR_SCHEMA_VERSION, ServerMessage } from "@/core/live/messages";
import type { LostAccess } from "./live";
import { readCaret } from "./read-caret";

/** Soon again: what the server cannot do now (its database is away, rights are looked up anew). */
const AGAIN_MS = 1_500;
/** A resync now and then finds what silently went missing. */
const RESYNC_MS = 60_000;

const REFUSED_FOR_GOOD: Readonly<Record<string, LostAccess>> = {
  not_found: "removed",
  unauthenticated: "signed_out",
};

type Given = {
  readonly socket: HocuspocusProviderWebsocket;
  readonly name: string;
  readonly doc: Doc;
  readonly onSynced: () => void;
  /** Called when the server can no longer be asked anything here; it is asked again by itself. */
  readonly onLost: () => void;
  readonly onRefused: (lost: LostAccess) => void;
  readonly onMessage: (message: ServerMessage) => void;
};

/** A provider whose incoming changes can be held back for a while. */
export type OpenProvider = {
  readonly provider: HocuspocusProvider;
  /** Holds back what others change, while an input method composes in the text. */
  readonly pause: () => void;
  /** Lets in what was held back. */
  readonly resume: () => void;
};

/** Opens a collaboration document and keeps it open: through cuts, restarts and changed rights. */
export function openProvider(given: Given): OpenProvider {
  const { socket, name, doc } = given;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const again = (delay: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      // A new socket asks by itself.
      if (socket.status !== WebSocketStatus.Connected || !provider.isAttached)
        return;
      void provider.sendToken().then(() => provider.startSync());
    }, delay);
  };

  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider: socket,
    // A text that is closed and opened again at once is another session to the server.
    sessionAwareness: true,
    token: String(EDITOR_SCHEMA_VERSION),
    forceSyncInterval: RESYNC_MS,
    onSynced: given.onSynced,
    onClose: () => {
      given.onLost();
      again(100);
    },
    onDisconnect: () => {
      // Also where the socket was given up without its close event.
      provider.onClose();
      given.onLost();
    },
    onAuthenticationFailed: ({ reason }) => {
      given.onLost();
      const lost = REFUSED_FOR_GOOD[reason];
      if (lost === undefined) again(AGAIN_MS);
      else given.onRefused(lost);
    },
    onStateless: ({ payload }) => {
      const message = readMessage(payload);
      if (message !== null) given.onMessage(message);
    },
    onDestroy: () => {
      if (timer !== null) clearTimeout(timer);
    },
  });
  return { provider, ...holdBack(provider) };
}

function holdBack(
  provider: HocuspocusProvider,
): Pick<OpenProvider, "pause" | "resume"> {
  const take = provider.onMessage.bind(provider);
  let isPaused = false;
  let waiting: readonly MessageEvent[] = [];
  provider.onMessage = (event) => {
    if (!isChange(event)) return take(event);
    if (isPaused) {
      waiting = [...waiting, event];
      return;
    }
    readCaret();
    take(event);
  };
  return {
    pause() {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      const events = waiting;
      waiting = [];
      if (events.length > 0) readCaret();
      events.forEach(take);
    },
  };
}

/** Text and carets; answers about saving are none. */
function isChange(event: MessageEvent): boolean {
  const decoder = createDecoder(new Uint8Array(event.data as ArrayBuffer));
  readVarString(decoder);
  const type = readVarUint(decoder);
  return [MessageType.Sync, MessageType.Awareness].includes(type);
}

function readMessage(payload: string): ServerMessage | null {
  try {
    return ServerMessage.parse(JSON.parse(payload));
  } catch {
    // A newer server may say what this client does not know.
    return null;
  }
}
