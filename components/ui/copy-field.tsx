"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button } from "./button";
import { TextField } from "./field";
import { Notice } from "./notice";

type CopyFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
  /** Said where the browser does not let a page copy. */
  readonly refusedLabel: string;
  /** What else can be done with the text: buttons or links beside the one that copies. */
  readonly children?: ReactNode;
};

/** A text to be taken along: selected on focus, copied by a button; where that is not allowed, by hand. */
export function CopyField({
  label,
  value,
  copyLabel,
  copiedLabel,
  refusedLabel,
  children,
}: CopyFieldProps) {
  const [state, setState] = useState<"new" | "copied" | "refused">("new");
  const box = useRef<HTMLDivElement>(null);

  async function copy() {
    // Over plain http the clipboard is closed to pages; selecting helps to copy by hand.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(value))
      .then(
        () => true,
        () => false,
      );
    if (!copied) box.current?.querySelector("input")?.select();
    setState(copied ? "copied" : "refused");
  }

  return (
    <div ref={box} className="flex flex-col gap-3">
      <TextField
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.target.select()}
        className="font-mono text-[13px]"
      />
      {state === "refused" && <Notice tone="attention">{refusedLabel}</Notice>}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <span role="status" className="text-green">
          {state === "copied" && copiedLabel}
        </span>
        {children}
        <Button variant="primary" onClick={() => void copy()}>
          {copyLabel}
        </Button>
      </div>
    </div>
  );
}
