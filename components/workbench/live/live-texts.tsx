"use client";

import type { ReactNode } from "react";
import { LiveProvider } from "./live-provider";

type LiveTextsProps = {
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly children: ReactNode;
};

/** Connects a page that has live texts but is no workbench; all of its texts share one connection. */
export function LiveTexts({ viewer, children }: LiveTextsProps) {
  return (
    <LiveProvider
      documentId={null}
      viewer={viewer}
      onAnnouncement={() => undefined}
    >
      {children}
    </LiveProvider>
  );
}
