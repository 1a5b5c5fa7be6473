import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Tells whether this is a Mac, an iPad or an iPhone; the server does not know and says no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

/** The same outside of drawing. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
