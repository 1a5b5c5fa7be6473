"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Select, TextField } from "@/components/ui/field";
import { useSlashKey } from "@/components/ui/use-slash-key";
import {
  NOTE_SHOWS,
  type FilteredNotes,
  type NoteFilter,
} from "@/core/notes/filter-notes";
import { NOTE_KINDS } from "@/core/notes/note";

type NoteToolsProps = {
  readonly filter: NoteFilter;
  readonly found: FilteredNotes;
  readonly onChange: (part: Partial<NoteFilter>) => void;
  /** Deleted notes are there for those who can bring them back. */
  readonly canRestore: boolean;
};

const ALL = "";

/** Find and filter above the notes, with what each choice would show; "/" goes to the search from anywhere. */
export function NoteTools({
  filter,
  found,
  onChange,
  canRestore,
}: NoteToolsProps) {
  const t = useTranslations("notes.page");
  const kindName = useTranslations("notes.kind");
  const search = useRef<HTMLInputElement>(null);
  useSlashKey(search);
  const shows = NOTE_SHOWS.filter((show) => canRestore || show !== "deleted");
  const counted = (name: string, count: number) =>
    t("counted", { name, count });
  return (
    <div className="mb-3 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:flex sm:flex-wrap">
      <div className="col-span-2 flex-1 sm:min-w-64">
        <TextField
          ref={search}
          type="search"
          label={t("find")}
          labelHidden
          placeholder={t("find_placeholder")}
          value={filter.query}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => onChange({ query: event.target.value })}
        />
      </div>
      <Select
        label={t("show")}
        labelHidden
        value={filter.show}
        onChange={({ target }) =>
          onChange({
            show: NOTE_SHOWS.find((known) => known === target.value) ?? "all",
          })
        }
      >
        {shows.map((show) => (
          <option key={show} value={show}>
            {counted(t(`shows.${show}`), found.shows[show])}
          </option>
        ))}
      </Select>
      <Select
        label={t("kind")}
        labelHidden
        value={filter.kind ?? ALL}
        onChange={({ target }) =>
          onChange({
            kind: NOTE_KINDS.find((known) => known === target.value) ?? null,
          })
        }
      >
        <option value={ALL}>{t("all_kinds")}</option>
        {NOTE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {counted(kindName(kind), found.kinds[kind])}
          </option>
        ))}
      </Select>
      <Select
        label={t("author")}
        labelHidden
        value={filter.author ?? ALL}
        onChange={({ target }) =>
          onChange({ author: target.value === ALL ? null : target.value })
        }
      >
        <option value={ALL}>{t("all_authors")}</option>
        {[...found.authors].map(([id, { name, count }]) => (
          <option key={id} value={id}>
            {counted(name, count)}
          </option>
        ))}
      </Select>
      <p
        role="status"
        className="self-center text-[13px] text-ink-3 tabular-nums"
      >
        {t("shown", { count: found.items.length })}
      </p>
    </div>
  );
}
