"use client";

import { useId, type ComponentProps, type ReactNode } from "react";

const BOX =
  "w-full rounded-md border border-line-strong bg-paper-raised px-3 text-ink placeholder:text-ink-3 disabled:opacity-60 aria-invalid:border-vermilion";

type FieldFrame = {
  readonly label: ReactNode;
  /** What helps before anything went wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
};

type Described = {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

/** The attributes that tie a control to its label, hint and error. */
function tie({ id, describedBy, invalid }: Described) {
  return {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
  };
}

/** A labelled control with its hint and its error, tied together for assistive technology. */
export function Field({
  label,
  hint,
  error,
  labelHidden = false,
  children,
}: FieldFrame & { readonly children: (control: Described) => ReactNode }) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== "";
  const hasHint = hint !== undefined && hint !== null;
  const describedBy = [hasError && `${id}-error`, hasHint && `${id}-hint`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label
        htmlFor={id}
        className={labelHidden ? "sr-only" : "text-[13px] font-medium text-ink"}
      >
        {label}
      </label>
      {children({
        id,
        describedBy: describedBy === "" ? undefined : describedBy,
        invalid: hasError,
      })}
      {hasHint && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
      {hasError && (
        <p
          id={`${id}-error`}
          role="alert"
          className="text-[13px] font-medium text-vermilion"
        >
          {error}
        </p>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  labelHidden,
  className = "",
  ...props
}: FieldFrame & Omit<ComponentProps<"input">, "id">) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <input
          {...tie(control)}
          className={`${BOX} h-9 ${className}`}
          {...props}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  className = "",
  ...props
}: FieldFrame & Omit<ComponentProps<"textarea">, "id">) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <textarea
          {...tie(control)}
          className={`${BOX} py-2 ${className}`}
          {...props}
        />
      )}
    </Field>
  );
}

/** A choice from a few, as the platform draws it. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  className = "",
  children,
  ...props
}: FieldFrame & Omit<ComponentProps<"select">, "id">) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <select
          {...tie(control)}
          className={`${BOX} h-9 ${className}`}
          {...props}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
