import type { ReactNode } from "react";

type EmptyStateProps = {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The next step: a button or link. */
  readonly action?: ReactNode;
};

/** What stands where there is nothing yet, with the next step in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-14 text-center">
      <p className="font-en text-xl">{title}</p>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {action}
    </div>
  );
}
