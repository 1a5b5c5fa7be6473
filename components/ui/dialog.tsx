"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { keepWhileComposing } from "./is-composing";
import { useReturningFocus } from "./use-returning-focus";

type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  /** One sentence under the title; also what assistive technology reads first. */
  readonly description?: ReactNode;
  /** The accessible name of the closing button. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Narrow for questions, wide for tables, widest where something is shown beside what is asked. */
  readonly width?: keyof typeof WIDTHS;
};

const WIDTHS = {
  narrow: "max-w-lg",
  wide: "max-w-4xl",
  widest: "max-w-6xl",
} as const;

/** Focus goes to the first thing to fill in; where there is none, to where it goes by itself. */
function focusFirstField(event: Event) {
  const box = event.target instanceof HTMLElement ? event.target : null;
  const field = box?.querySelector<HTMLElement>(
    "input:not([type=hidden]), select, textarea",
  );
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A modal box; Escape and a click outside close it, focus goes in and comes back. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  children,
  width = "narrow",
}: DialogProps) {
  const returning = useReturningFocus(focusFirstField);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          onEscapeKeyDown={keepWhileComposing}
          {...returning}
          {...(description === undefined
            ? { "aria-describedby": undefined }
            : {})}
          className={`fixed top-1/2 left-1/2 z-50 flex max-h-[min(90dvh,52rem)] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line-strong bg-paper-raised shadow-xl ${WIDTHS[width]}`}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-base font-semibold">
                {title}
              </Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-0.5 text-ink-2">
                  {description}
                </Radix.Description>
              )}
            </div>
            <CloseButton label={closeLabel} />
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type SheetProps = Omit<DialogProps, "width" | "description"> & {
  readonly side: "left" | "right" | "bottom";
};

const SIDES = {
  left: "inset-y-0 left-0 w-[min(22rem,90vw)] border-r",
  right: "inset-y-0 right-0 w-[min(22rem,90vw)] border-l",
  bottom: "inset-x-0 bottom-0 max-h-[75dvh] rounded-t-xl border-t",
} as const;

/** A modal panel from an edge of the screen, for narrow windows. */
export function Sheet({
  open,
  onOpenChange,
  title,
  closeLabel,
  children,
  side,
}: SheetProps) {
  const returning = useReturningFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...returning}
          onEscapeKeyDown={keepWhileComposing}
          aria-describedby={undefined}
          className={`fixed z-50 flex flex-col border-line-strong bg-paper-raised shadow-xl ${SIDES[side]}`}
        >
          <header className="flex items-center justify-between border-b border-line px-4 py-2">
            <Radix.Title className="font-semibold">{title}</Radix.Title>
            <CloseButton label={closeLabel} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function CloseButton({ label }: { readonly label: string }) {
  return (
    <Radix.Close
      aria-label={label}
      className="-mr-1 inline-flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-paper-sunk hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </Radix.Close>
  );
}
