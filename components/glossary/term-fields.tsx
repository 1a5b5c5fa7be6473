"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Select, TextArea, TextField } from "@/components/ui/field";
import { textOf } from "@/components/ui/form";
import {
  TERM_CATEGORIES,
  type TermCategory,
  type TermStatus,
  type TermView,
} from "@/core/glossary/term";

/** A term's words as a form gives them. */
export type TermEntry = Omit<TermView, "id">;

type TermFieldsProps = {
  readonly initial: TermEntry;
  readonly canApprove: boolean;
  readonly errorOf: (field: string) => string | undefined;
  /** Which field the caret is put in. */
  readonly focus: "source" | "target";
};

/** The fields of a glossary entry. */
export function TermFields({
  initial,
  canApprove,
  errorOf,
  focus,
}: TermFieldsProps) {
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  const sourceField = useRef<HTMLInputElement>(null);
  const targetField = useRef<HTMLInputElement>(null);
  // The form was opened in order to write in it. A frame later: the box around it first notes where the focus was.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      (focus === "source" ? sourceField : targetField).current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [focus]);
  return (
    <>
      <TextField
        ref={sourceField}
        label={t("source")}
        name="source"
        lang="zh-CN"
        className="font-zh"
        defaultValue={initial.source}
        error={errorOf("source")}
        autoComplete="off"
        maxLength={200}
        required
      />
      <TextField
        ref={targetField}
        label={t("target")}
        name="target"
        lang="en"
        className="font-en"
        defaultValue={initial.target}
        error={errorOf("target")}
        autoComplete="off"
        maxLength={500}
        required
      />
      <TextField
        label={<Optional label={t("pinyin")} word={common("optional")} />}
        name="pinyin"
        lang="zh-Latn"
        hint={t("pinyin_hint")}
        defaultValue={initial.pinyin}
        error={errorOf("pinyin")}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
      />
      <Select
        label={t("category")}
        name="category"
        hint={t("category_hint")}
        defaultValue={initial.category}
        error={errorOf("category")}
      >
        {TERM_CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {t(`categories.${category}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={<Optional label={t("note")} word={common("optional")} />}
        name="note"
        hint={t("note_hint")}
        defaultValue={initial.note}
        error={errorOf("note")}
        rows={2}
        maxLength={5000}
      />
      {canApprove && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            name="approved"
            defaultChecked={initial.status === "approved"}
            className="size-4 accent-vermilion"
          />
          <span>
            {t("approve_now")}
            <span className="block text-[13px] text-ink-3">
              {t("approve_hint")}
            </span>
          </span>
        </label>
      )}
    </>
  );
}

function Optional({
  label,
  word,
}: {
  readonly label: string;
  readonly word: string;
}) {
  return (
    <>
      {label} <span className="font-normal text-ink-3">({word})</span>
    </>
  );
}

/** Reads the fields; who may not approve leaves the status as it is. */
export function readTermFields(
  values: FormData,
  canApprove: boolean,
  status: TermStatus,
): TermEntry {
  const chosen = values.get("approved") === null ? "proposed" : "approved";
  return {
    source: textOf(values, "source"),
    target: textOf(values, "target"),
    pinyin: textOf(values, "pinyin"),
    note: textOf(values, "note"),
    status: canApprove ? chosen : status,
    category: categoryOf(textOf(values, "category")),
  };
}

function categoryOf(value: string): TermCategory {
  return TERM_CATEGORIES.find((category) => category === value) ?? "term";
}
