"use client";

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { ServerMessage } from "@/core/live/messages";
import { openKeptChanges } from "./kept-changes";
import type { Live } from "./live";
import { LostAccessNotice } from "./lost-access-notice";
import { createLiveSession, type LiveSession } from "./live-session";

const LiveContext = createContext<Live | null>(null);

type Props = {
  /** Null for texts outside of a document. */
  readonly documentId: string | null;
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly onAnnouncement: (message: ServerMessage) => void;
  readonly children: ReactNode;
};

/** Connects a document's workbench to the live server. */
export function LiveProvider(props: Props) {
  const { documentId, viewer } = props;
  // Another document or account is another connection, with nothing of this one left in it.
  return <Connected key={`${viewer.accountId} ${documentId}`} {...props} />;
}

function Connected({ documentId, viewer, onAnnouncement, children }: Props) {
  const announce = useRef(onAnnouncement);
  useEffect(() => {
    announce.current = onAnnouncement;
  }, [onAnnouncement]);
  const [session] = useState(() =>
    createLiveSession({
      url: liveUrl(),
      documentId,
      accountId: viewer.accountId,
      openKept: () => openKeptChanges(viewer.accountId),
      onAnnouncement: (message) => announce.current(message),
    }),
  );
  useConnection(session);
  const state = useSyncExternalStore(
    session.subscribe,
    session.get,
    session.get,
  );
  const { openText, flush, setPlace } = session;
  const live = useMemo(
    () => ({ ...state, openText, flush, setPlace }),
    [state, openText, flush, setPlace],
  );
  return (
    <LiveContext value={live}>
      {children}
      {live.lostAccess !== null && <LostAccessNotice lost={live.lostAccess} />}
    </LiveContext>
  );
}

/** Connects while mounted, and holds a closing window where something would be lost with it. */
function useConnection(session: LiveSession): void {
  useEffect(() => {
    const handleBeforeUnload = (event: BeforeUnloadEvent) => {
      if (session.isAtRisk()) event.preventDefault();
    };
    // A moment later: what React mounts twice while developing connects once.
    const timer = setTimeout(session.start);
    window.addEventListener("beforeunload", handleBeforeUnload);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", handleBeforeUnload);
      session.stop();
    };
  }, [session]);
}

function liveUrl(): string {
  // Rendered on the server first, where nothing connects.
  if (typeof window === "undefined") return "";
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/collab`;
}

/** The live connection of the document around. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive is used outside LiveProvider.");
  return live;
}
