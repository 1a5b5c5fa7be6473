/** Stands where a paragraph's texts have not arrived: quiet lines, about as many as there will be. */
export function RowPlaceholder({
  characters,
}: {
  readonly characters: number;
}) {
  const lines = Math.min(12, Math.max(1, Math.round(characters / 20)));
  return (
    <>
      <div aria-hidden className="row-source">
        <Lines count={lines} />
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
