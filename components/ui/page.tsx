import type { ReactNode } from "react";

type PageProps = {
  readonly title: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Narrow for forms, wide for tables. */
  readonly width?: "narrow" | "normal" | "wide";
};

const WIDTHS = {
  narrow: "max-w-xl",
  normal: "max-w-4xl",
  wide: "max-w-6xl",
} as const;

/** An ordinary page below the shell: title, actions, content. */
export function Page({
  title,
  lead,
  actions,
  children,
  width = "normal",
}: PageProps) {
  return (
    <main
      id="main"
      className={`mx-auto w-full px-4 pt-8 pb-20 sm:px-6 ${WIDTHS[width]}`}
    >
      <header className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-[min(100%,16rem)] flex-1">
          <h1 className="font-en text-2xl font-semibold text-balance">
            {title}
          </h1>
          {lead !== undefined && <p className="mt-1 text-ink-2">{lead}</p>}
        </div>
        {actions !== undefined && (
          <div className="flex flex-wrap gap-2">{actions}</div>
        )}
      </header>
      {children}
    </main>
  );
}

/** A titled part of a page. */
export function Section({
  id,
  title,
  children,
  actions,
}: {
  /** Where links to it lead. */
  id?: string;
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section id={id} className="mb-10">
      <header className="mb-3 flex items-center gap-3 border-b border-line pb-1.5">
        <h2 className="flex-1 font-semibold">{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
