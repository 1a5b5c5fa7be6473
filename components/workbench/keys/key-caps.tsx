"use client";

import { Kbd } from "@/components/ui/kbd";
import { keyCaps, type ShortcutName } from "./shortcuts";
import { useIsMac } from "./use-is-mac";

/** The keys of a shortcut as caps. */
export function KeyCaps({ name }: { readonly name: ShortcutName }) {
  const isMac = useIsMac();
  return (
    <span className="inline-flex items-center gap-1">
      {keyCaps(name, isMac).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}

/** The keys that insert the n-th term. */
export function TermKeyCap({ place }: { readonly place: number }) {
  const isMac = useIsMac();
  const [alt] = keyCaps("insertTerm", isMac);
  return <Kbd>{`${alt} ${place}`}</Kbd>;
}
