"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";

const ITEM =
  "flex w-full items-center gap-2 rounded px-2 py-1.5 text-left outline-none select-none data-[highlighted]:bg-paper-sunk data-[disabled]:opacity-50";

type MenuProps = {
  /** The button that opens it; rendered as it is. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
};

/** A menu of actions below its button. */
export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-lg border border-line-strong bg-paper-raised p-1 text-ink shadow-lg"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = {
  readonly children: ReactNode;
  readonly onSelect?: () => void;
  readonly disabled?: boolean;
  /** Renders its only child (a link) as the item. */
  readonly asChild?: boolean;
};

/** One action of a menu. */
export function MenuItem({ children, onSelect, disabled, asChild }: ItemProps) {
  return (
    <Radix.Item
      className={ITEM}
      disabled={disabled}
      asChild={asChild}
      onSelect={onSelect}
    >
      {children}
    </Radix.Item>
  );
}

type RadioProps = {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly options: readonly {
    readonly value: string;
    readonly label: ReactNode;
    readonly disabled?: boolean;
  }[];
};

/** A choice of one among several inside a menu, with its name above. */
export function MenuRadio({
  label,
  value,
  onValueChange,
  options,
}: RadioProps) {
  return (
    <Radix.RadioGroup
      value={value}
      onValueChange={onValueChange}
      aria-label={label}
    >
      <Radix.Label className="px-2 py-1 text-xs text-ink-3">
        {label}
      </Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={ITEM}
        >
          <span className="inline-flex size-4 items-center">
            <Radix.ItemIndicator>
              <Check aria-hidden className="size-4" />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

/** A line between groups of a menu. */
export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
