"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/** The beginning of every address of this server, as the browser knows it; "" while the server draws. */
export function useOrigin(): string {
  return useSyncExternalStore(
    neverChanges,
    () => window.location.origin,
    () => "",
  );
}
