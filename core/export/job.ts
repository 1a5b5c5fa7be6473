/** How far an export is. */
export type ExportJobView = {
  readonly id: string;
  readonly state: "waiting" | "working" | "done" | "failed" | "cancelled";
  /** 0 to 1. */
  readonly progress: number;
  /** Bytes of the file once it is done. */
  readonly size: number | null;
  readonly filename: string | null;
  /** A key below `errors` in the interface texts, where it failed. */
  readonly error: string | null;
};

/** A page as it will look: a picture of it, or the beginning of a file that has no pages. */
export type ExportPreview =
  | {
      readonly kind: "pages";
      /** SVG; letters are drawn, so that no font is needed. */
      readonly pages: readonly string[];
    }
  /** A whole page for a frame that may run nothing. */
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "text"; readonly text: string };
