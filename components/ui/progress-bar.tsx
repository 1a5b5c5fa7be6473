type Segment = {
  readonly tone: "approved" | "translated" | "draft";
  readonly value: number;
};

const TONES = {
  approved: "bg-green",
  translated: "bg-ink-2",
  draft: "bg-line-strong",
} as const;

type ProgressBarProps = {
  readonly label: string;
  readonly total: number;
  readonly segments: readonly Segment[];
  /** What assistive technology reads as the value ("36 of 89 paragraphs"). */
  readonly valueText: string;
  readonly className?: string;
};

/** A bar in segments; the words that say the same stand beside it, since colour never speaks alone. */
export function ProgressBar({
  label,
  total,
  segments,
  valueText,
  className = "w-36",
}: ProgressBarProps) {
  const done = segments
    .filter((segment) => segment.tone !== "draft")
    .reduce((sum, segment) => sum + segment.value, 0);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={valueText}
      className={`flex h-1 overflow-hidden rounded-full bg-paper-sunk ring-1 ring-line ${className}`}
    >
      {segments.map((segment) => (
        <span
          key={segment.tone}
          className={TONES[segment.tone]}
          style={{
            width: total === 0 ? 0 : `${(100 * segment.value) / total}%`,
          }}
        />
      ))}
    </div>
  );
}
