import type { ReactNode } from "react";

/** The cap of a key. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded border border-line-strong border-b-2 bg-paper-raised px-1 font-ui text-[11px] whitespace-nowrap text-ink-2">
      {children}
    </kbd>
  );
}
