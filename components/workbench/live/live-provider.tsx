"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { ServerMessage } from "@/core/live/messages";
import type { Live } from "./live";

const LiveContext = createContext<Live | null>(null);

type Props = {
  readonly documentId: string;
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly canEdit: boolean;
  readonly onAnnouncement: (message: ServerMessage) => void;
  readonly children: ReactNode;
};

/** Connects a document's workbench to the live server. */
export function LiveProvider({ children }: Props) {
  return <LiveContext value={null}>{children}</LiveContext>;
}

/** The live connection of the document around. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive is used outside LiveProvider.");
  return live;
}
