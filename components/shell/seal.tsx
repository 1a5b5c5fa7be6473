/** The product's seal, as a translator would stamp it: two characters, one above the other. */
export function Seal({
  className = "size-7 text-[11px]",
}: {
  readonly className?: string;
}) {
  return (
    <span
      aria-hidden
      lang="zh-CN"
      className={`inline-flex shrink-0 flex-col items-center justify-center rounded-[4px] bg-vermilion font-zh leading-[1.05] font-bold text-on-vermilion ${className}`}
    >
      <span>{"对"}</span>
      <span>{"照"}</span>
    </span>
  );
}
