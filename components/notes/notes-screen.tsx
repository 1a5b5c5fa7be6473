"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { NO_FILTER, type NoteFilter } from "@/core/notes/filter-notes";
import type { NoteStatus } from "@/core/notes/note";
import type { NoteItem, NoteListView } from "@/core/notes/note-list";
import { BulkBar } from "./bulk-bar";
import { NoteTable } from "./note-table";
import { NoteTools } from "./note-tools";
import { useCopyLink } from "./use-copy-link";
import { useNoteFilter } from "./use-note-filter";
import { useNoteList } from "./use-note-list";
import { useSelection } from "./use-selection";

type NotesScreenProps = {
  readonly view: NoteListView;
  readonly filter: NoteFilter;
};

/** All notes of a document: find, filter, review many at once, delete and bring back. */
export function NotesScreen({ view, filter: initial }: NotesScreenProps) {
  const { can, projectId, documentId, title } = view;
  const t = useTranslations("notes.page");
  const router = useRouter();
  const list = useNoteList(view);
  const { filter, query, found, change } = useNoteFilter(list.items, initial);
  const selection = useSelection(found.items);
  const copy = useCopyLink();
  const document = `/projects/${projectId}/documents/${documentId}`;
  const addressOf = (note: NoteItem) => `${document}?note=${note.id}`;
  const empty = selection.notes.filter(isEmpty);
  const draft = useMemo(
    () => list.items.filter((item) => isHere(item) && item.status === "draft"),
    [list.items],
  );

  const review = async (status: NoteStatus) => {
    if (await list.review(selection.notes, status)) selection.setAll(false);
  };
  const openButton = (
    <Button asChild>
      <Link href={document}>{t("open_document")}</Link>
    </Button>
  );
  return (
    <Page
      title={t("title")}
      width="wide"
      lead={
        <>
          <Link
            href={document}
            lang="zh-CN"
            className="font-zh text-ink underline decoration-line-strong underline-offset-4 hover:decoration-vermilion"
          >
            {title}
          </Link>
          {list.items.length > 0 && (
            <span className="ml-2 tabular-nums">
              {t("lead", {
                count: list.items.filter(isHere).length,
                draft: draft.length,
                unplaced: list.items.filter(isUnplaced).length,
              })}
            </span>
          )}
        </>
      }
      actions={openButton}
    >
      {list.items.length === 0 ? (
        <EmptyState title={t("none_title")} action={openButton}>
          {t(can.edit ? "none_text" : "none_reader")}
        </EmptyState>
      ) : (
        <>
          <NoteTools
            filter={filter}
            found={found}
            onChange={change}
            canRestore={can.edit}
          />
          {list.refusal !== null && (
            <div className="mb-2">
              <Notice
                tone="error"
                action={
                  empty.length > 0 && (
                    <Button
                      size="small"
                      onClick={() => {
                        selection.keep((note) => !isEmpty(note));
                        list.clearRefusal();
                      }}
                    >
                      {t("deselect_empty", { count: empty.length })}
                    </Button>
                  )
                }
              >
                {list.refusal}
              </Notice>
            </div>
          )}
          {can.edit && found.items.length > 0 && (
            <BulkBar
              selection={selection}
              count={found.items.length}
              can={can}
              isBusy={list.isBusy}
              onReview={(status) => void review(status)}
              onRemove={() => void list.remove(selection.notes)}
              onRestore={() => void list.restore(selection.notes)}
            />
          )}
          {found.items.length === 0 ? (
            <EmptyState
              title={t("no_match")}
              action={
                <Button onClick={() => change(NO_FILTER)}>
                  {t("show_all")}
                </Button>
              }
            >
              {filter.show === "unplaced" && query === "" && t("all_placed")}
            </EmptyState>
          ) : (
            <NoteTable
              notes={found.items}
              query={query}
              can={can}
              isSelected={selection.has}
              addressOf={addressOf}
              onOpen={(note) => router.push(addressOf(note))}
              onToggle={(note, isRange) => selection.toggle(note.id, isRange)}
              onRemove={(note) => void list.remove([note])}
              onRestore={(note) => void list.restore([note])}
              onCopy={(note) => void copy(addressOf(note))}
            />
          )}
        </>
      )}
    </Page>
  );
}

const isEmpty = ({ words }: NoteItem) => words.trim() === "";
const isUnplaced = ({ place }: NoteItem) => place === "unplaced";
const isHere = ({ place }: NoteItem) =>
  place === "placed" || place === "unplaced";
