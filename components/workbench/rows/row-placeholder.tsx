const LINE = 33.25;

type RowPlaceholderProps = {
  /** The height that the row is guessed to have with its texts. */
  readonly height: number;
};

/** Stands where a paragraph's texts have not arrived: quiet lines, about as many as there will be. */
export function RowPlaceholder({ height }: RowPlaceholderProps) {
  const room = Math.max(LINE, height - 43);
  return (
    <>
      <div aria-hidden className="row-source" style={{ height: room }}>
        <Lines count={Math.min(12, Math.floor(room / LINE))} />
      </div>
      <div aria-hidden className="row-target" />
    </>
  );
}

function Lines({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, line) => (
    <div key={line} className="flex h-[33.25px] items-center">
      <div
        className={`h-2 rounded-full bg-paper-sunk ${line === count - 1 && count > 1 ? "w-2/5" : "w-full"}`}
      />
    </div>
  ));
}
