import type { ExportLayout } from "@/core/export/options";

/** The lines of a page: those of Chinese are dotted like characters, the first is a heading. */
type Sketch = {
  readonly heading: string;
  readonly chinese: string;
  readonly english: string;
  /** A rule with small lines under it. */
  readonly notes?: string;
};

const SKETCHES: Readonly<Record<ExportLayout, Sketch>> = {
  english: {
    heading: "M10 8h26",
    chinese: "",
    english: "M10 16h60M10 21h60M10 26h44M10 35h60M10 40h52",
  },
  parallel: {
    heading: "M24 8h32",
    chinese: "M8 16h24M8 21h24M8 26h12M8 35h24M8 40h16",
    english: "M44 16h28M44 21h28M44 26h22M44 35h28M44 40h24",
  },
  interleaved: {
    heading: "M10 8h26",
    chinese: "M10 16h60M10 31h60",
    english: "M10 21h60M10 26h40M10 36h60M10 41h30",
  },
  annotated: {
    heading: "M10 8h26",
    chinese: "M10 16h60M10 21h60M10 26h34",
    english: "",
    notes: "M10 33h20M10 38h44M10 42h36",
  },
};

/** A small drawing of a page in one of the layouts. */
export function LayoutSketch({ layout }: { readonly layout: ExportLayout }) {
  const { heading, chinese, english, notes } = SKETCHES[layout];
  return (
    <svg
      aria-hidden
      viewBox="0 0 80 48"
      className="h-12 w-20 shrink-0 rounded-sm border border-line-strong bg-paper"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={heading} strokeWidth={3} />
      <path d={english} />
      <path d={chinese} strokeDasharray="2.6 1.4" />
      {notes !== undefined && <path d={notes} strokeWidth={1.2} />}
    </svg>
  );
}
