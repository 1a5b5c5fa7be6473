import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { classes: "border-line-strong bg-paper-sunk text-ink", Icon: Info },
  attention: {
    classes: "border-amber bg-amber-wash text-amber",
    Icon: CircleAlert,
  },
  error: {
    classes: "border-vermilion bg-vermilion-wash text-vermilion",
    Icon: CircleAlert,
  },
  success: {
    classes: "border-green bg-paper-raised text-green",
    Icon: CircleCheck,
  },
} as const;

type NoticeProps = {
  readonly tone: keyof typeof TONES;
  readonly children: ReactNode;
  /** What to do next: a button or link. */
  readonly action?: ReactNode;
};

/** A sentence that says what happened, what is safe and what to do next; errors are announced at once. */
export function Notice({ tone, children, action }: NoticeProps) {
  const { classes, Icon } = TONES[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={`flex items-start gap-2 rounded-md border px-3 py-2 ${classes}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
