import type { ExportLayout } from "@/core/editions/edition";

const ENGLISH = [
  "M10 8h26",
  "M10 16h60",
  "M10 21h60",
  "M10 26h44",
  "M10 35h60",
  "M10 40h52",
];
const CHINESE = ["M8 16h24", "M8 21h24", "M8 26h12", "M8 35h24", "M8 40h16"];
const BESIDE = [
  "M44 16h28",
  "M44 21h28",
  "M44 26h22",
  "M44 35h28",
  "M44 40h24",
];

/** A small drawing of a page in one of the layouts: lines of text, the Chinese ones dotted like characters. */
export function LayoutSketch({ layout }: { readonly layout: ExportLayout }) {
  const isParallel = layout === "parallel";
  const lines = isParallel ? ["M24 8h32", ...BESIDE] : ENGLISH;
  return (
    <svg
      aria-hidden
      viewBox="0 0 80 48"
      className="h-12 w-20 shrink-0 rounded-sm border border-line-strong bg-paper"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      {lines.map((line, index) => (
        <path key={line} d={line} strokeWidth={index === 0 ? 3 : 2} />
      ))}
      {isParallel &&
        CHINESE.map((line) => (
          <path key={line} d={line} strokeDasharray="2.6 1.4" />
        ))}
    </svg>
  );
}
