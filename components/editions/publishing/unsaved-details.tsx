"use client";

import { createContext, use, useMemo, useState, type ReactNode } from "react";

type UnsavedDetails = {
  /** True while the form of the details holds what is not stored. */
  readonly isUnsaved: boolean;
  readonly setUnsaved: (isUnsaved: boolean) => void;
};

const UnsavedDetailsContext = createContext<UnsavedDetails | null>(null);

/** Lets whoever publishes know that the details still have changes that no edition would have. */
export function UnsavedDetailsProvider({
  children,
}: {
  readonly children: ReactNode;
}) {
  const [isUnsaved, setUnsaved] = useState(false);
  const value = useMemo(() => ({ isUnsaved, setUnsaved }), [isUnsaved]);
  return (
    <UnsavedDetailsContext value={value}>{children}</UnsavedDetailsContext>
  );
}

/** Whether there is something to store on the page one is on. */
export function useUnsavedDetails(): UnsavedDetails {
  const value = use(UnsavedDetailsContext);
  if (value === null) throw new Error("Only on the page of publishing.");
  return value;
}
