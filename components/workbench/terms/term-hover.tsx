"use client";

import { Popover as Radix } from "radix-ui";
import { useRef } from "react";
import { TermCard } from "@/components/glossary/term-card";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useTermUnderPointer } from "./use-term-under-pointer";

/** Shows the entry of the term under the pointer or in focus: one card for all rows. */
export function TermHover() {
  const { glossary } = useWorkbench();
  const ready = useStored(glossary, (state) => state.ready);
  const { shown, keep, close } = useTermUnderPointer();
  const anchor = useRef<HTMLElement>(null);
  anchor.current = shown?.element ?? null;
  const term = ready?.terms.get(shown?.termId ?? "");
  return (
    <Radix.Root
      open={term !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Radix.Anchor virtualRef={anchor} />
      {term !== undefined && (
        <Radix.Portal>
          <Radix.Content
            key={shown?.key}
            id="term-card"
            role="tooltip"
            side="bottom"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-40 w-[min(21rem,calc(100vw-1.5rem))] rounded-lg border border-line-strong bg-paper-raised p-3.5 shadow-lg"
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onPointerEnter={keep}
            onPointerLeave={close}
          >
            <TermCard term={term} />
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  );
}
