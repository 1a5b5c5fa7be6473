"use client";

import { Download, Plus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import {
  filterTerms,
  makeSearchable,
  orderTerms,
  searchTerms,
  type TermFilter,
  type TermOrder,
} from "@/core/glossary/search";
import type { GlossaryView, TermView } from "@/core/glossary/term";
import { GlossaryTools } from "./glossary-tools";
import type { TermNotes } from "./explanations";
import { TermDialog } from "./term-dialog";
import { TermTable } from "./term-table";
import { useGlossary } from "./use-glossary";

// Reading CSV is only needed by who imports.
const ImportTerms = dynamic(() =>
  import("./import-terms").then((module) => module.ImportTerms),
);

/** What one types in a note is stored within this time. */
const STORED_MS = 800;

type Open =
  | { readonly kind: "add" }
  | { readonly kind: "edit"; readonly term: TermView }
  | { readonly kind: "explain"; readonly term: TermView }
  | { readonly kind: "import" };

/** A project's glossary: search, add, change, remove, import, export. */
export function GlossaryScreen({
  glossary,
  notes,
}: {
  readonly glossary: GlossaryView;
  readonly notes: TermNotes;
}) {
  const { projectId, can } = glossary;
  const t = useTranslations("glossary");
  const { terms, uses, put, remove, reload } = useGlossary(glossary);
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState<TermFilter>("all");
  const [order, setOrder] = useState<TermOrder>("newest");
  const [open, setOpen] = useState<Open | null>(null);
  const typed = useDeferredValue(query);
  const searchable = useMemo(() => makeSearchable(terms), [terms]);
  const shown = useMemo(
    () =>
      orderTerms(
        filterTerms(searchTerms(searchable, typed), filter, uses),
        order,
        uses,
      ),
    [searchable, typed, filter, order, uses],
  );
  const close = () => setOpen(null);
  const router = useRouter();
  const explanations = useMemo(
    () => new Map(notes.explanations.map((one) => [one.termId, one])),
    [notes.explanations],
  );
  const showAll = () => {
    setQuery("");
    setFilter("all");
  };

  const addButton = (
    <Button variant="primary" onClick={() => setOpen({ kind: "add" })}>
      <Plus aria-hidden className="size-4" />
      {t("add")}
    </Button>
  );
  const importButton = (
    <Button onClick={() => setOpen({ kind: "import" })}>
      <Upload aria-hidden className="size-4" />
      {t("import")}
    </Button>
  );
  return (
    <Page
      title={t("title")}
      lead={t("lead", { count: terms.length })}
      width="wide"
      actions={
        <>
          {terms.length > 0 && (
            <Button asChild>
              <a href={`/projects/${projectId}/glossary/csv`} download>
                <Download aria-hidden className="size-4" />
                {t("export")}
              </a>
            </Button>
          )}
          {can.edit && terms.length > 0 && importButton}
          {can.edit && terms.length > 0 && addButton}
        </>
      }
    >
      {terms.length === 0 ? (
        <EmptyState
          title={t("none_title")}
          action={
            can.edit && (
              <div className="flex gap-2">
                {addButton}
                {importButton}
              </div>
            )
          }
        >
          {t(can.edit ? "none_text" : "none_reader")}
        </EmptyState>
      ) : (
        <>
          <GlossaryTools
            query={query}
            onQuery={setQuery}
            filter={filter}
            onFilter={setFilter}
            order={order}
            onOrder={setOrder}
            count={shown.length}
          />
          {shown.length === 0 ? (
            <EmptyState
              title={t("no_match")}
              action={<Button onClick={showAll}>{t("show_all")}</Button>}
            />
          ) : (
            <TermTable
              terms={shown}
              uses={uses}
              can={can}
              explanationOf={({ id }) => explanations.get(id) ?? null}
              onExplain={
                notes.can.edit
                  ? (term) => setOpen({ kind: "explain", term })
                  : null
              }
              onEdit={(term) => setOpen({ kind: "edit", term })}
              onRemove={(term) => void remove(term)}
            />
          )}
        </>
      )}
      {(open?.kind === "add" || open?.kind === "edit") && (
        <TermDialog
          projectId={projectId}
          term={open.kind === "edit" ? open.term : null}
          initialSource={
            terms.some(({ source }) => source === query) ? "" : hanOf(query)
          }
          canApprove={can.approve}
          onStored={(term) => {
            put(term);
            close();
          }}
          onClose={close}
        />
      )}
      {open?.kind === "explain" && (
        <notes.Dialog
          projectId={projectId}
          term={open.term}
          style={notes.style}
          viewer={notes.viewer}
          can={notes.can}
          onClose={() => {
            close();
            // What was typed last is stored a moment later.
            setTimeout(() => router.refresh(), STORED_MS);
          }}
        />
      )}
      {open?.kind === "import" && (
        <ImportTerms
          projectId={projectId}
          terms={terms}
          canApprove={can.approve}
          onImported={() => {
            close();
            void reload();
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}

/** What was searched in vain in Chinese is what one wants to add. */
function hanOf(query: string): string {
  return /\p{Script=Han}/u.test(query) ? query.trim() : "";
}
