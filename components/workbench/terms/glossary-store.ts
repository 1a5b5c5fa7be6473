import {
  buildMatcher,
  matchTerms,
  type TermMatcher,
} from "@/core/glossary/matcher";
import type { GlossaryView, TermMatch, TermView } from "@/core/glossary/term";
import {
  createValueStore,
  type ValueStore,
} from "@/components/workbench/state/value-store";

/** A glossary made ready for the screen: one automaton that all rows share. */
export type ReadyGlossary = {
  readonly version: number;
  readonly terms: ReadonlyMap<string, TermView>;
  readonly matcher: TermMatcher;
  /** The terms of a source text; remembered while the glossary stays the same. */
  readonly match: (text: string) => readonly TermMatch[];
};

export type GlossaryState = {
  readonly ready: ReadyGlossary | null;
  readonly failed: boolean;
};

export type GlossaryStore = ValueStore<GlossaryState> & {
  /** Fetches the terms unless this version or a later one is here. */
  readonly load: (version: number) => Promise<void>;
};

/** Makes a glossary ready: builds the automaton once. */
export function readyGlossary(
  version: number,
  terms: readonly TermView[],
): ReadyGlossary {
  const matcher = buildMatcher(terms);
  const known = new Map<string, readonly TermMatch[]>();
  return {
    version,
    matcher,
    terms: new Map(terms.map((term) => [term.id, term])),
    match(text) {
      const found = known.get(text) ?? matchTerms(matcher, text);
      // Rows come and go as one scrolls; a few hundred texts are what stays near.
      if (known.size > 400) known.clear();
      known.set(text, found);
      return found;
    },
  };
}

/** Makes the store of a project's glossary; it is empty until the first load. */
export function createGlossaryStore(projectId: string): GlossaryStore {
  const store = createValueStore<GlossaryState>({ ready: null, failed: false });
  let wanted = -1;

  const fetchTerms = async (version: number): Promise<void> => {
    try {
      const address = `/projects/${projectId}/glossary/terms?version=${version}`;
      const response = await fetch(address);
      if (!response.ok) throw new Error(`terms ${response.status}`);
      const glossary = (await response.json()) as GlossaryView;
      const isNewer = glossary.version > (store.get().ready?.version ?? -1);
      if (isNewer)
        store.set({
          ready: readyGlossary(glossary.version, glossary.terms),
          failed: false,
        });
    } catch {
      wanted = -1;
      store.set({ failed: true });
    }
  };

  return {
    ...store,
    async load(version) {
      if (version <= wanted) return;
      wanted = version;
      await fetchTerms(version);
    },
  };
}
