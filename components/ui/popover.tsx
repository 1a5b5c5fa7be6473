"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { keepWhileComposing } from "./is-composing";
import { useReturningFocus } from "./use-returning-focus";

type PopoverProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where it hangs: an element, or anything with a rectangle (a text selection). */
  readonly anchor: RefObject<{ getBoundingClientRect(): DOMRect } | null>;
  readonly label: string;
  readonly children: ReactNode;
  readonly side?: "top" | "bottom";
};

/** A small box beside a place in the text; Escape closes it and focus goes back. */
export function Popover({
  open,
  onOpenChange,
  anchor,
  label,
  children,
  side = "bottom",
}: PopoverProps) {
  const returning = useReturningFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          {...returning}
          onEscapeKeyDown={keepWhileComposing}
          aria-label={label}
          side={side}
          sideOffset={8}
          collisionPadding={12}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto rounded-lg border border-line-strong bg-paper-raised p-4 shadow-xl"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
