"use client";

import { Toaster as Sonner } from "sonner";

/** Where short messages appear; `toast` of sonner writes them. */
export function Toaster({ label }: { readonly label: string }) {
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={label}
      toastOptions={{
        style: {
          background: "var(--paper-raised)",
          color: "var(--ink)",
          border: "1px solid var(--line-strong)",
          fontFamily: "var(--font-ui)",
        },
      }}
    />
  );
}
