import type { TranslationStatus } from "@/core/documents/views";

type StatusGlyphProps = {
  readonly status: TranslationStatus;
  /** The status in words; left out where words stand beside it. */
  readonly label?: string;
};

const TONES = {
  empty: "text-line-strong",
  draft: "text-ink-3",
  translated: "text-ink-2",
  approved: "text-green",
} as const;

/** The status of a translation as a small shape: a ring, a half, a disc, a disc with a tick. */
export function StatusGlyph({ status, label }: StatusGlyphProps) {
  const naming =
    label === undefined
      ? { "aria-hidden": true }
      : { role: "img", "aria-label": label };
  return (
    <svg
      {...naming}
      viewBox="0 0 12 12"
      className={`size-3 shrink-0 ${TONES[status]}`}
    >
      <Shape status={status} />
    </svg>
  );
}

function Shape({ status }: { readonly status: TranslationStatus }) {
  switch (status) {
    case "empty":
      return <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" />;
    case "draft":
      return (
        <>
          <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" />
          <path d="M6 2.1a3.9 3.9 0 0 0 0 7.8z" fill="currentColor" />
        </>
      );
    case "translated":
      return <circle cx="6" cy="6" r="4.4" fill="currentColor" />;
    case "approved":
      return (
        <>
          <circle cx="6" cy="6" r="5.5" fill="currentColor" />
          <path
            d="m3.6 6.2 1.7 1.7 3.2-3.6"
            fill="none"
            stroke="var(--paper)"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
  }
}
