"use client";

import { useTranslations } from "next-intl";
import {
  useSyncExternalStore,
  type ComponentProps,
  type ReactNode,
} from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

type Props = Omit<ComponentProps<"button">, "children"> & {
  readonly label: string;
  /** Its keys, "Mod" for Ctrl or Cmd. */
  readonly keys?: string | null;
  /** Undefined for what is done rather than switched. */
  readonly isPressed?: boolean;
  readonly children: ReactNode;
};

/** A small tool of the text: an icon with a name, and whether it is on. */
export function ToolButton({
  label,
  keys = null,
  isPressed,
  children,
  ...props
}: Props) {
  const text = useTranslations("live");
  const key = useKeyName(keys);
  return (
    <Tooltip
      text={key === null ? label : text("with_key", { name: label, key })}
    >
      <Button
        variant="quiet"
        size="icon"
        className="aria-pressed:bg-paper-sunk aria-pressed:text-ink"
        aria-label={label}
        aria-pressed={isPressed}
        {...props}
      >
        {children}
      </Button>
    </Tooltip>
  );
}

function useKeyName(keys: string | null): string | null {
  const isMac = useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
  if (keys === null) return null;
  if (!isMac) return keys.replace("Mod", "Ctrl");
  return keys
    .replace("Mod", "⌘")
    .replace("Alt", "⌥")
    .replace("Shift", "⇧")
    .replaceAll("+", "");
}
