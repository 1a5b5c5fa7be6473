import type { Edition } from "./edition";

/** What anyone may know of an edition in a list. Of a withdrawn one nothing is said but that, when and why. */
export type PublicEditionItem = {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly sourceTitle: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** What changed since the last; "" for the first, and for one that was withdrawn. */
  readonly changes: string;
  readonly withdrawn: {
    /** ISO 8601 in UTC. */
    readonly at: string;
    readonly reason: string;
  } | null;
};

/** All that is left of an edition that was withdrawn. */
export type Tombstone = Pick<
  PublicEditionItem,
  "slug" | "number" | "title" | "sourceTitle" | "publishedAt"
> & { readonly withdrawnAt: string; readonly reason: string };

/** What stands at the address of an edition. */
export type PublicEdition =
  | {
      readonly kind: "edition";
      /** As it was frozen; `prepareEdition` makes it ready to be read. */
      readonly edition: Edition;
      /** Hex SHA-256 of the frozen bytes. */
      readonly sha256: string;
      /** ISO 8601 in UTC. */
      readonly publishedAt: string;
    }
  | { readonly kind: "withdrawn"; readonly tombstone: Tombstone };
