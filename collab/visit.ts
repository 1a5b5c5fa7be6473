import type { Actor } from "@/core/access/can";
import type { DocumentName } from "./document-name";
import type { Visitor } from "./visitors";

/** What the hooks know of a connection before it has been let in to a document. */
export type Arrival = { readonly visitor: Visitor };

/** One visitor in one collaboration document: the context of its connection. */
export type Visit = Arrival & {
  readonly actor: Actor;
  readonly name: DocumentName;
  readonly projectId: string;
  /** Compared with the visitors' count of revocations: a role may have changed since it was looked up. */
  readonly revision: number;
  /** Ends the time in which the text is kept open for this visitor to come. */
  readonly arrived: () => void;
  /** True while it counts as one of the visitor's open documents. */
  isOpen: boolean;
  /** Why the last change was not taken, if so. */
  refused: "read_only" | "too_large" | "not_accepted" | null;
  /** True while changes of this visitor lean on others that never came, or on another's that only they may bring. */
  hasGap: boolean;
};
