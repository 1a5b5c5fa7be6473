import type { SourceTable } from "@/core/source/paragraph";
import type { SourceRemark } from "@/core/source/remark";

/** A piece of a page that stands on lines of its own. */
export type PageBlock = {
  readonly text: string;
  /** The innermost element around it, by the order in which elements open. */
  readonly element: number;
  /** Whether it stands in what its page calls a margin: a footer, a menu, a list of related pages. */
  readonly marginal: boolean;
  readonly heading: number | null;
  /** How many of its characters are links. */
  readonly linked: number;
  readonly bullet: boolean;
  /** The number that a browser puts before a list entry ("3."), which is part of `text`. */
  readonly marker: string | null;
  /** How many lists it stands in. */
  readonly depth: number;
  /** How many characters at its start are bold, where not all are. */
  readonly lead: number;
  readonly table: SourceTable | null;
  /** What was left out of it or is uncertain; a block without text may carry these alone. */
  readonly remarks: readonly SourceRemark[];
};

/** A page as it was read: its blocks in order, and what it says of itself outside its text. */
export type Page = {
  readonly blocks: readonly PageBlock[];
  /** The element around each element; an element comes after the one around it, and the outermost is in 0. */
  readonly parents: readonly number[];
  readonly title: string | null;
  /** Names and contents of its meta elements, names in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
};
