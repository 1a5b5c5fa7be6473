"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useLive } from "./live/live-provider";
import { groupPeers } from "./state/peers";
import { useWorkbench } from "./workbench-context";

/** How long one must stay in a row before the next row's text is opened beforehand. */
const WARM_MS = 600;

/** Carries what the live connection knows into the stores, and back where one is. Draws nothing. */
export function LiveBridge() {
  const live = useLive();
  const { peers, desk, rows, loader, notes, view } = useWorkbench();
  const router = useRouter();
  const latest = useRef(live);
  useLayoutEffect(() => {
    latest.current = live;
  });

  useEffect(() => peers.set(groupPeers(live.peers)), [peers, live.peers]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let release: (() => void) | null = null;
    let place: string | null = null;
    const follow = () => {
      const { focusedId } = desk.get();
      if (focusedId === place) return;
      place = focusedId;
      latest.current.setPlace(focusedId);
      clearTimeout(timer);
      release?.();
      release = null;
      const next = rows.idAt(rows.indexOf(focusedId ?? "") + 1);
      const textId = next === null ? null : rows.summary(next)?.textId;
      if (!view.can.edit || focusedId === null || !textId) return;
      timer = setTimeout(() => {
        const text = latest.current.openText(textId);
        release = () => text.release();
      }, WARM_MS);
    };
    const unsubscribe = desk.subscribe(follow);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      release?.();
    };
  }, [desk, rows, view.can.edit]);

  const wasOffline = useRef(false);
  const isFirst = useRef(true);
  useEffect(() => {
    if (live.saving === "offline") wasOffline.current = true;
    const isAnew = isFirst.current || wasOffline.current;
    if (live.saving !== "saved" || !isAnew) return;
    // Announcements of the time without connection were missed: also of that between the page and its first connection.
    if (wasOffline.current) router.refresh();
    loader.renew();
    void notes.load();
    isFirst.current = false;
    wasOffline.current = false;
  }, [live.saving, router, loader, notes]);

  return null;
}
