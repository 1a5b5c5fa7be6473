"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { NEEDED, type Finding } from "@/core/editions/finding";

type FindingLineProps = {
  readonly finding: Finding;
  /** The address of the document. */
  readonly document: string;
};

const LINE =
  "-mx-2 grid grid-cols-[3.25rem_minmax(0,1fr)] items-baseline gap-x-2 rounded px-2 py-1 decoration-line-strong underline-offset-4 [a]:hover:bg-paper-raised [a]:hover:underline";

/** The fields of this page that hold what can be missing. A title that the document has is translated there. */
const FIELDS: Readonly<Record<(typeof NEEDED)[number], string>> = {
  slug: "slug",
  title: "title-of-edition",
  credits: "credits",
  licence: "licence",
  issuing_body: "issuing-body",
  date: "source-date",
  source_address: "source-address",
};

/** One finding, as a way to where it is put right. */
export function FindingLine({ finding, document }: FindingLineProps) {
  const t = useTranslations("editions.publish.checks");
  const { row, noteId, detail, check } = finding;
  const needed =
    check === "missing_metadata"
      ? NEEDED.find((name) => name === detail)
      : undefined;
  const number = (
    <span className="text-[13px] text-ink-3 tabular-nums">
      {row !== null && t("paragraph", { number: row.number })}
    </span>
  );
  if (needed !== undefined && row === null) {
    const field = FIELDS[needed];
    return (
      <a href={`#${field}`} className={LINE} onClick={() => focusField(field)}>
        {number}
        <span>{t(`needed.${needed}`)}</span>
      </a>
    );
  }
  const words =
    needed === undefined ? (
      <Words text={detail} />
    ) : (
      <span>{t(`needed.${needed}`)}</span>
    );
  const address = addressOf(document, row, noteId);
  if (address === null)
    return (
      <p className={LINE}>
        {number}
        {words}
      </p>
    );
  return (
    <Link href={address} prefetch={false} className={LINE}>
      {number}
      {words}
    </Link>
  );
}

function addressOf(
  document: string,
  row: Finding["row"],
  noteId: string | null,
): string | null {
  if (noteId !== null) return `${document}?note=${noteId}`;
  if (row === null) return null;
  const field =
    row.field === "" ? "" : `&field=${encodeURIComponent(row.field)}`;
  return `${document}?row=${row.paragraphId}${field}`;
}

/** Words of either text, in its type. */
function Words({ text }: { readonly text: string }) {
  const t = useTranslations("editions.publish.checks");
  if (text.trim() === "")
    return <span className="text-ink-3 italic">{t("no_words")}</span>;
  const isChinese = /^[^\p{Script=Latin}]*\p{Script=Han}/u.test(text);
  return (
    <span
      lang={isChinese ? "zh-CN" : "en"}
      className={`truncate ${isChinese ? "font-zh text-[15px]" : "font-en text-[15.5px]"}`}
    >
      {text}
    </span>
  );
}

/** The browser goes to the field; the focus into what is filled in there. */
function focusField(id: string): void {
  document
    .getElementById(id)
    ?.querySelector<HTMLElement>("input, select, textarea, button")
    ?.focus();
}
