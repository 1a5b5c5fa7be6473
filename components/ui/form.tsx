"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "./notice";

type FormProps = {
  /** What went wrong as a whole; the first wrong input gets the focus. */
  readonly error: string | null;
  readonly onSubmit: (values: FormData) => void;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A form that is sent by Enter or its button, keeps what was typed, and says what is wrong. */
export function Form({
  error,
  onSubmit,
  children,
  className = "flex flex-col gap-4",
}: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  return (
    <form
      ref={form}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {error !== null && <Notice tone="error">{error}</Notice>}
      {children}
    </form>
  );
}

/** A text of a form by the name of its input; "" where there is none. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}
