/** The words to be found, and what stood around them. */
export type Quote = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the text began with the prefix, and ended with the suffix. */
  readonly begins: boolean;
  readonly ends: boolean;
};

/** UTF-16 offsets, half-open. */
export type Place = { readonly from: number; readonly to: number };

/** `score`: above 0, at most 1, the share of the words and their surroundings that stands as it stood. */
export type FoundWords = Place & { readonly score: number };
