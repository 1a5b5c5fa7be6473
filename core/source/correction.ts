import type { ParagraphKind, SourceMetadata } from "./paragraph";

/** A field of the metadata that a person can set. */
export type MetadataName = Exclude<keyof SourceMetadata, "version">;

/** What a person changes about what the parser understood; `index` is a paragraph's place at that moment. */
export type Correction =
  | {
      readonly kind: "set-kind";
      readonly index: number;
      readonly to: ParagraphKind;
    }
  | {
      readonly kind: "set-level";
      readonly index: number;
      readonly level: number;
    }
  /** Takes the first sentence for a run-in heading, or says that there is none. */
  | {
      readonly kind: "set-run-in";
      readonly index: number;
      readonly on: boolean;
    }
  /** Joins a paragraph to the end of the one before it. */
  | { readonly kind: "merge"; readonly index: number }
  /** Cuts a paragraph in two before the character at `at`. */
  | { readonly kind: "split"; readonly index: number; readonly at: number }
  /** Leaves a paragraph out of the document. */
  | { readonly kind: "drop"; readonly index: number }
  | {
      readonly kind: "set-metadata";
      readonly name: MetadataName;
      readonly value: string | null;
    };
