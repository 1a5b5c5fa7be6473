"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { toast } from "sonner";
import { useAction } from "@/components/ui/use-action";
import type { GlossaryView, TermView } from "@/core/glossary/term";
import { addTerm, removeTerm } from "@/server/actions/glossary";

/** How long a removed term can be brought back from the message that says so. */
const UNDO_MS = 10_000;

export type Glossary = {
  readonly terms: readonly TermView[];
  /** How often each term occurs in the documents; null while that is being counted. */
  readonly uses: Readonly<Record<string, number>> | null;
  /** Shows a term that was added or changed. */
  readonly put: (term: TermView) => void;
  /** Removes a term, offering to bring it back. */
  readonly remove: (term: TermView) => Promise<void>;
  /** Reads the whole glossary again. */
  readonly reload: () => Promise<void>;
};

/** Keeps the terms on the page the same as those that are stored. */
export function useGlossary(glossary: GlossaryView): Glossary {
  const { projectId } = glossary;
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [terms, setTerms] = useState(glossary.terms);
  const [uses, setUses] = useState<Glossary["uses"]>(null);
  const removal = useAction(removeTerm);
  const addition = useAction(addTerm);

  const count = useCallback(async () => {
    // Without the figures the page is as useful as with them: a failure leaves the column empty.
    const counted = await fetchJson<Record<string, number>>(
      `/projects/${projectId}/glossary/uses`,
    );
    if (counted !== null) setUses(counted);
  }, [projectId]);
  useEffect(() => void count(), [count]);

  const put = (term: TermView) => {
    setTerms((known) =>
      known.some(({ id }) => id === term.id)
        ? known.map((other) => (other.id === term.id ? term : other))
        : [...known, term],
    );
    void count();
  };

  const restore = async ({ id: _, ...term }: TermView) => {
    const outcome = await addition.submit({ projectId, ...term });
    if (!outcome.ok) {
      toast.error(errors(outcome.error.message, outcome.error.values));
      return;
    }
    put(outcome.value);
    toast.success(t("restored", { source: term.source }));
  };

  const remove = async (term: TermView) => {
    const outcome = await removal.submit({ termId: term.id });
    const isGone = outcome.ok || outcome.error.message === "not_found";
    if (isGone) setTerms((known) => known.filter(({ id }) => id !== term.id));
    if (!outcome.ok) {
      toast.error(errors(outcome.error.message, outcome.error.values));
      return;
    }
    void count();
    toast(t("removed", { source: term.source }), {
      duration: UNDO_MS,
      action: {
        label: common("undo"),
        onClick: () => void restore(outcome.value),
      },
    });
  };

  const reload = async () => {
    const fresh = await fetchJson<GlossaryView>(
      `/projects/${projectId}/glossary/terms`,
    );
    if (fresh !== null) setTerms(fresh.terms);
    void count();
  };

  return { terms, uses, put, remove, reload };
}

async function fetchJson<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
