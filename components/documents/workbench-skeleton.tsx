import { useTranslations } from "next-intl";

const ROWS = [2, 5, 7, 4, 6];

/** What stands there while a document is fetched: the page's own lines, without its words. */
export function WorkbenchSkeleton() {
  const text = useTranslations("documents");
  return (
    <main className="flex h-dvh flex-col">
      <div className="h-[52px] border-b border-line bg-paper-raised" />
      <p role="status" className="sr-only">
        {text("loading")}
      </p>
      <div
        aria-hidden
        className="mx-auto flex w-full max-w-5xl flex-col gap-9 px-6 pt-8"
      >
        {ROWS.map((lines) => (
          <div key={lines} className="grid gap-8 md:grid-cols-2">
            <Lines count={lines} />
            <Lines count={lines} />
          </div>
        ))}
      </div>
    </main>
  );
}

function Lines({ count }: { readonly count: number }) {
  return (
    <div className="flex flex-col gap-4">
      {Array.from({ length: count }, (_, line) => (
        <div
          key={line}
          className={`h-3 rounded-full bg-paper-sunk ${line === count - 1 ? "w-2/3" : ""}`}
        />
      ))}
    </div>
  );
}
